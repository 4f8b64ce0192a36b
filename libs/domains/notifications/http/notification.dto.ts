import { NOTIFICATION_TYPES, type NotificationType, type NotificationView } from '@desk/contracts';
import {
  AnyOf,
  Bool,
  BoolParam,
  Instant,
  Int,
  IntParam,
  OneOf,
  PageQuery,
  Part,
  Text,
  Uuid,
} from '@desk/platform/http';

export class NotificationsQuery extends PageQuery {
  @BoolParam()
  is_read?: boolean;

  @AnyOf(NOTIFICATION_TYPES)
  notification_type?: NotificationType[];

  @IntParam({ min: 1, description: 'Id of a ticket.' })
  ticket?: number;

  @OneOf(['created_at', '-created_at'], { optional: true })
  ordering?: 'created_at' | '-created_at';
}

export class NotifiedTicketView {
  @Int()
  id!: number;

  @Text({ max: 20 })
  ticket_id!: string;

  @Text({ max: 300 })
  title!: string;
}

/** Documents what `NotificationQueries` makes; the socket pushes the same. */
export class NotificationItemView implements NotificationView {
  @Uuid()
  id!: string;

  @Text({ max: 255 })
  title!: string;

  @Text({ max: 10_000 })
  message!: string;

  @OneOf(NOTIFICATION_TYPES, { name: 'NotificationType' })
  notification_type!: NotificationType;

  @Part(() => NotifiedTicketView, { nullable: true })
  ticket!: NotifiedTicketView | null;

  @Bool()
  is_read!: boolean;

  @Instant({ nullable: true })
  read_at!: string | null;

  @Instant()
  created_at!: string;
}

export class CountView {
  @Int()
  count!: number;
}

export class MarkedReadView {
  @Int({ description: 'How many were unread.' })
  updated!: number;
}
