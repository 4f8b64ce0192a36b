import { Body, Controller, Get, Header, HttpCode, Param, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';

import { Delete, Guessable, Post, Put, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor, WithoutFactor } from '@desk/platform/security';

import { BeginSecondFactor } from '../actions/begin-second-factor';
import { ConfirmSecondFactor } from '../actions/confirm-second-factor';
import { RemoveSecondFactor } from '../actions/remove-second-factor';
import { RenewRecoveryCodes } from '../actions/renew-recovery-codes';
import { SecondFactorQueries } from '../actions/second-factor-queries';
import { SetFactorPolicy } from '../actions/set-factor-policy';
import {
  FactorPolicyBody,
  OtpBody,
  ProvisionView,
  RecoveryCodesView,
  SecondFactorView,
  toProvisionView,
  toSecondFactorView,
} from './second-factor.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

/** The authenticator app of a member of staff, and which roles must have one. */
@ApiTags('accounts')
@Controller('accounts')
@UseGuards(UnrepeatableGuard)
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorQueries,
    private readonly beginSecondFactor: BeginSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly removeSecondFactor: RemoveSecondFactor,
    private readonly setFactorPolicy: SetFactorPolicy,
  ) {}

  @Get('mfa')
  @Can('self.factor')
  @WithoutFactor()
  @ApiOperation({ operationId: 'getSecondFactor', summary: 'Your second factor' })
  @ApiOkResponse({ type: SecondFactorView })
  async state(@CurrentActor() actor: PersonActor): Promise<SecondFactorView> {
    return toSecondFactorView(await this.factors.own(actor));
  }

  @Post('mfa')
  @Can('self.factor')
  @WithoutFactor()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'beginSecondFactor', summary: 'A secret for your authenticator app' })
  @ApiCreatedResponse({ type: ProvisionView })
  async begin(@CurrentActor() actor: PersonActor): Promise<ProvisionView> {
    return toProvisionView(await this.beginSecondFactor.run(actor));
  }

  @Post('mfa/confirm')
  @Guessable()
  @Can('self.factor')
  @WithoutFactor()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    operationId: 'confirmSecondFactor',
    summary: 'The first code of it: from now on it is asked for',
  })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(@CurrentActor() actor: PersonActor, @Body() { otp }: OtpBody): Promise<RecoveryCodesView> {
    return { recovery_codes: await this.confirmSecondFactor.run(actor, otp) };
  }

  @Post('mfa/recovery-codes')
  @Can('self.factor')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'Ten new recovery codes for the old ones' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async renew(@CurrentActor() actor: PersonActor): Promise<RecoveryCodesView> {
    return { recovery_codes: await this.renewRecoveryCodes.run(actor) };
  }

  @Delete('mfa')
  @Can('self.factor')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeSecondFactor', summary: 'Do without your second factor' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.removeSecondFactor.run(actor, actor.id);
  }

  @Get('mfa/policy')
  @Can('factor.policy')
  @ApiOperation({ operationId: 'getFactorPolicy', summary: 'Which roles must have a second factor' })
  @ApiOkResponse({ type: FactorPolicyBody })
  async policy(): Promise<FactorPolicyBody> {
    return { roles: await this.factors.policy() };
  }

  @Put('mfa/policy')
  @Can('factor.policy')
  @ApiOperation({ operationId: 'setFactorPolicy', summary: 'Say which roles must have a second factor' })
  @ApiOkResponse({ type: FactorPolicyBody })
  async setPolicy(
    @CurrentActor() actor: PersonActor,
    @Body() { roles }: FactorPolicyBody,
  ): Promise<FactorPolicyBody> {
    await this.setFactorPolicy.run(actor, roles);
    return this.policy();
  }

  @Delete('users/:id/mfa')
  @Can('factor.policy')
  @HttpCode(204)
  @ApiOperation({ operationId: 'resetSecondFactor', summary: 'Help somebody out who has lost theirs' })
  @ApiNoContentResponse()
  async reset(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.removeSecondFactor.run(actor, id);
  }
}
