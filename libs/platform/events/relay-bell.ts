/** The port: says that a transaction left rows in the outbox. A bell not heard costs a second, never a row. */
export abstract class RelayBell {
  abstract ring(): void;

  /** The relays of all processes hear every ring. */
  abstract whenRung(relay: () => void): void;
}

/** For a desk that is one process. */
export class LocalBell extends RelayBell {
  private relay: () => void = () => undefined;

  ring(): void {
    this.relay();
  }

  whenRung(relay: () => void): void {
    this.relay = relay;
  }
}
