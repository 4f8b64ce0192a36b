/** Where a request came from, for sessions and the audit. */
export interface Caller {
  ip: string;
  userAgent: string;
  /** How long the request has been here already. */
  waitedMs: number;
}

const USER_AGENT_MAX = 500;

/** As much of what the client calls itself as a row keeps. */
export function userAgentOf({ userAgent }: Caller): string {
  return userAgent.slice(0, USER_AGENT_MAX);
}
