import { Global, Module } from '@nestjs/common';

import { Config } from '@desk/platform/config';

import { LinkTokens } from './link-tokens';
import { Mailer } from './mailer';
import { Mails } from './mails';
import { MeasureMails } from './measure-mails';
import { OutboxMailer } from './outbox/outbox-mailer';
import { SendMail } from './send-mail';
import { SmtpMailer } from './smtp/smtp-mailer';

@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [Config],
      useFactory: (config: Config) =>
        config.smtpUrl === null ? new OutboxMailer() : new SmtpMailer(config.smtpUrl, config.mailFrom),
    },
    LinkTokens,
    Mails,
    MeasureMails,
  ],
  exports: [LinkTokens, Mailer, Mails],
})
export class MailModule {}

/** The job's body: for processes that work. */
@Module({ providers: [SendMail] })
export class MailWorkModule {}
