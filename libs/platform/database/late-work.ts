/** Stands for the transaction of an act that has not asked for it yet. */
export class LateWork<Work, Outcome> {
  /** Null until the transaction is open. */
  opened: Work | null = null;
  /** Ends with the transaction; null when nobody asked for it. */
  unit: Promise<Outcome> | null = null;
  private opening: Promise<void> | null = null;

  /** @param begin opens the transaction, hands it to `ready`, and ends when it is committed. */
  constructor(private readonly begin: (ready: (opened: Work) => void) => Promise<Outcome>) {}

  /** Once, however many ask. */
  open(): Promise<void> {
    this.opening ??= new Promise((resolve, reject) => {
      this.unit = this.begin((opened) => {
        this.opened = opened;
        resolve();
      });
      this.unit.catch(reject);
    });
    return this.opening;
  }
}
