export type GatheredEffect<T> = (values: readonly T[]) => Promise<void>;

interface Gathered {
  key: string;
  value: unknown;
  effect: GatheredEffect<unknown>;
}

/** What a unit of work tells of as a whole, at its end, however often it changed on the way. */
export class Gathering {
  private entries: readonly Gathered[] = [];

  add<T>(key: string, value: T, effect: GatheredEffect<T>): void {
    this.entries = [...this.entries, { key, value, effect: effect as GatheredEffect<unknown> }];
  }

  /** @returns what brings the present state back. */
  mark(): () => void {
    const { entries } = this;
    return () => {
      this.entries = entries;
    };
  }

  /** Also what the effects themselves gather. */
  async settle(): Promise<void> {
    for (let [next] = this.entries; next !== undefined; [next] = this.entries) {
      const { key } = next;
      const own = this.entries.filter((each) => each.key === key);
      this.entries = this.entries.filter((each) => each.key !== key);
      await own.at(-1)?.effect(own.map(({ value }) => value));
    }
  }
}
