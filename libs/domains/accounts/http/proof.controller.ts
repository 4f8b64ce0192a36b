import { Body, Controller, HttpCode, UseGuards } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { Guessable, Post } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor, WithoutFactor } from '@desk/platform/security';

import { type Caller } from '../actions/caller';
import { ProveAgain } from '../actions/prove-again';
import { CurrentCaller } from './current-caller';
import { ProofBody } from './second-factor.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

@ApiTags('accounts')
@Controller('accounts/session/step-up')
@UseGuards(UnrepeatableGuard)
export class ProofController {
  constructor(private readonly proveAgain: ProveAgain) {}

  @Post()
  @Guessable()
  @Can('self.secure')
  @WithoutFactor()
  @HttpCode(204)
  @ApiOperation({
    operationId: 'stepUp',
    summary: 'Prove who you are again: what answers 403 step_up_required works for ten minutes then',
  })
  @ApiNoContentResponse()
  async prove(
    @CurrentCaller() caller: Caller,
    @CurrentActor() actor: PersonActor,
    @Body() body: ProofBody,
  ): Promise<void> {
    await this.proveAgain.run(caller, actor, body);
  }
}
