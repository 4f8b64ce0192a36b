import { Injectable } from '@nestjs/common';

import { type DeskEvent, On } from '@desk/platform/events';
import { SYSTEM } from '@desk/platform/security';

import { IssuePasswordReset } from '../actions/issue-password-reset';
import { PasswordResetAsked } from '../model/events';

/** After the answer, so that its time tells nothing. */
@Injectable()
export class IssueResets {
  constructor(private readonly issuePasswordReset: IssuePasswordReset) {}

  @On(PasswordResetAsked, { name: 'accounts.issue-password-reset' })
  async run({ payload }: DeskEvent<{ email: string }>): Promise<void> {
    await this.issuePasswordReset.run(SYSTEM, payload);
  }
}
