import { accountsSchema } from '@desk/domains/accounts';
import { automationSchema } from '@desk/domains/automation';
import { notificationsSchema } from '@desk/domains/notifications';
import { slaSchema } from '@desk/domains/sla';
import { ticketsSchema } from '@desk/domains/tickets';
import { bootSchema } from '@desk/platform/boot';
import { databaseSchema, joinSchemas, type Schema } from '@desk/platform/database';
import { eventsSchema } from '@desk/platform/events';
import { httpSchema } from '@desk/platform/http';
import { mailSchema } from '@desk/platform/mail';
import { queueSchema } from '@desk/platform/queue';
import { scheduleSchema } from '@desk/platform/schedule';
import { storageSchema } from '@desk/platform/storage';

/** Every table of the product: the platform's first, then the domains from the bottom of the ladder up. */
export const schema: Schema = joinSchemas([
  databaseSchema,
  eventsSchema,
  queueSchema,
  scheduleSchema,
  bootSchema,
  storageSchema,
  httpSchema,
  mailSchema,
  accountsSchema,
  ticketsSchema,
  slaSchema,
  notificationsSchema,
  automationSchema,
]);
