import { type RedisLink } from '@desk/platform/redis';

import { RelayBell } from '../relay-bell';

/** Rings over a channel, so that a worker relays what an API process has just committed. */
export class RedisBell extends RelayBell {
  private readonly channel: string;

  constructor(private readonly redis: RedisLink) {
    super();
    this.channel = redis.key('outbox');
  }

  ring(): void {
    void this.redis.for('publisher').publish(this.channel, '');
  }

  whenRung(relay: () => void): void {
    const listener = this.redis.another('subscriber');
    listener.on('message', relay);
    // Kept over a lost connection; until the first one stands the sweep is enough.
    listener.subscribe(this.channel).catch(() => undefined);
  }
}
