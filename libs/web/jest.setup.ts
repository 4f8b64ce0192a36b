import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

/** jsdom has no channels between tabs: these reach every other one of the same name, like the browser's. */
class InMemoryChannel {
  private static readonly open = new Set<InMemoryChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly name: string) {
    InMemoryChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    for (const other of InMemoryChannel.open) {
      if (other !== this && other.name === this.name) other.onmessage?.({ data: structuredClone(data) });
    }
  }

  close(): void {
    InMemoryChannel.open.delete(this);
  }
}

// Where nothing is drawn there is nothing to scroll to.
Element.prototype.scrollIntoView = () => undefined;

Object.assign(globalThis, { BroadcastChannel: InMemoryChannel, structuredClone: copy });

function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
