import { type Schema } from '@desk/platform/database';

import { Mail } from './mail.entity';
import { MailLinks1795863676241 } from './mail-links.migration';
import { Mails1700000000600 } from './mails.migration';

export { LINK_TOKEN, LinkTokens } from './link-tokens';
export { Mail, MAIL_STATES, type MailState } from './mail.entity';
export { MailModule, MailWorkModule } from './mail.module';
export { type Delivery, Mailer, type OutgoingMail } from './mailer';
export { Mails, type NewMail } from './mails';

export const mailSchema: Schema = {
  entities: [Mail],
  migrations: [Mails1700000000600, MailLinks1795863676241],
};
