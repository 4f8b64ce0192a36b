import { Body, Controller, HttpCode, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Guessable, Post } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { AskEmailChange } from '../actions/ask-email-change';
import { AskEmailVerification } from '../actions/ask-email-verification';
import { CheckEmailChange } from '../actions/check-email-change';
import { ConfirmEmail } from '../actions/confirm-email';
import { ConfirmEmailChange } from '../actions/confirm-email-change';
import { ChangeEmailBody, NewEmailView, TokenBody } from './recovery.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

/** The address of one's own account: proving it, and moving to another. */
@ApiTags('accounts')
@Controller('accounts/email')
@UseGuards(UnrepeatableGuard)
export class EmailController {
  constructor(
    private readonly askEmailVerification: AskEmailVerification,
    private readonly confirmEmail: ConfirmEmail,
    private readonly askEmailChange: AskEmailChange,
    private readonly checkEmailChange: CheckEmailChange,
    private readonly confirmEmailChange: ConfirmEmailChange,
  ) {}

  @Post('verify')
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'askEmailVerification', summary: 'Ask for the mail that proves your address' })
  @ApiNoContentResponse()
  async askVerification(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.askEmailVerification.run(actor);
  }

  @Post('verify/confirm')
  @Guessable()
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmEmail', summary: 'Prove your address by the link of the mail' })
  @ApiNoContentResponse()
  async confirmVerification(@CurrentActor() actor: PersonActor, @Body() body: TokenBody): Promise<void> {
    await this.confirmEmail.run(actor, body);
  }

  @Post('change')
  @Guessable()
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'askEmailChange',
    summary: 'Ask for another address: it gets a link, the old one a notice',
  })
  @ApiNoContentResponse()
  async askChange(@CurrentActor() actor: PersonActor, @Body() body: ChangeEmailBody): Promise<void> {
    await this.askEmailChange.run(actor, body);
  }

  @Post('change/check')
  @Guessable()
  @Can('self.secure')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'checkEmailChange',
    summary: 'Which address the link of a mail moves your account to',
  })
  @ApiOkResponse({ type: NewEmailView })
  async checkChange(@CurrentActor() actor: PersonActor, @Body() body: TokenBody): Promise<NewEmailView> {
    return this.checkEmailChange.run(actor, body);
  }

  @Post('change/confirm')
  @Guessable()
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'confirmEmailChange',
    summary: 'Move to the new address by the link of the mail; your other sessions end',
  })
  @ApiNoContentResponse()
  async confirmChange(@CurrentActor() actor: PersonActor, @Body() body: TokenBody): Promise<void> {
    await this.confirmEmailChange.run(actor, body);
  }
}
