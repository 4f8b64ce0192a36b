/** How far something is that takes long; whoever asked for it shows it. */
export interface Progress {
  /** @param what it is that is counted, in words. */
  begin(total: number, what: string): void;
  add(done: number): void;
}
