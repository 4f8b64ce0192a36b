import { Body, Controller, HttpCode, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Guessable, Post } from '@desk/platform/http';
import { Public } from '@desk/platform/security';

import { AskPasswordReset } from '../actions/ask-password-reset';
import { ResetPassword } from '../actions/reset-password';
import { AskPasswordResetBody, ResetPasswordBody } from './recovery.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

@ApiTags('accounts')
@Controller('accounts/password-reset')
@UseGuards(UnrepeatableGuard)
export class PasswordResetController {
  constructor(
    private readonly askPasswordReset: AskPasswordReset,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post()
  @Guessable()
  @Public()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'askPasswordReset',
    summary: 'Ask for a link to a new password; the answer is the same whether anybody has this address',
  })
  @ApiNoContentResponse()
  async ask(@Body() body: AskPasswordResetBody): Promise<void> {
    await this.askPasswordReset.run(body);
  }

  @Post('confirm')
  @Guessable()
  @Public()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'resetPassword',
    summary: 'Choose a new password by the link of the mail; all sessions end',
  })
  @ApiNoContentResponse()
  async confirm(@Body() body: ResetPasswordBody): Promise<void> {
    await this.resetPassword.run(body);
  }
}
