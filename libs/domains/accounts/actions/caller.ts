/** Where a request came from, for sessions and the audit. */
export interface Caller {
  ip: string;
  userAgent: string;
  /** How long the request has been here already. */
  waitedMs: number;
}
