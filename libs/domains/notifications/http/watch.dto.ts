import { PRESENCE_STATES, type PresenceState } from '@desk/contracts';
import { Int, Ints, OneOf } from '@desk/platform/http';

export class WatchBody {
  @Int({ min: 1 })
  ticket_id!: number;

  @OneOf(PRESENCE_STATES, { optional: true })
  state?: PresenceState;
}

export class UnwatchBody {
  @Int({ min: 1 })
  ticket_id!: number;
}

export class WatchListBody {
  @Ints({ min: 1, maxItems: 100 })
  ticket_ids!: number[];
}
