import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '@desk/platform/database';
import { Job } from '@desk/platform/queue';

import { LinkTokens } from './link-tokens';
import { Mailer } from './mailer';
import { Mails, SEND_MAIL } from './mails';

/** Hands one mail over. A crash between the server's yes and our note of it sends it again under the same Message-ID. */
@Injectable()
export class SendMail {
  constructor(
    private readonly mails: Mails,
    private readonly mailer: Mailer,
    private readonly tokens: LinkTokens,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Job(SEND_MAIL)
  async run({ mailId }: { mailId: string }): Promise<void> {
    const mail = await this.mails.find(mailId);
    if (mail === null || mail.state === 'sent' || mail.state === 'kept') return;
    try {
      const state = await this.mailer.deliver(this.tokens.filled(mail));
      await this.unitOfWork.run(() => this.mails.markDelivered(mailId, state));
    } catch (error) {
      await this.unitOfWork.run(() => this.mails.markFailed(mailId, String(error)));
      throw error;
    }
  }
}
