import { Controller, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';

import { ApiPage, Delete, type Page, toOnePage, UuidId } from '@desk/platform/http';
import { Can, CurrentActor, type PersonActor } from '@desk/platform/security';

import { IdentityQueries } from '../actions/identity-queries';
import { UnlinkIdentity } from '../actions/unlink-identity';
import { IdentityView, toIdentityView } from './provider.dto';

/** What of other providers opens one's own account. */
@ApiTags('accounts')
@Controller('accounts/identities')
export class IdentitiesController {
  constructor(
    private readonly identities: IdentityQueries,
    private readonly unlinkIdentity: UnlinkIdentity,
  ) {}

  @Get()
  @Can('self.secure')
  @ApiOperation({ operationId: 'listIdentities', summary: 'What is linked to your own account' })
  @ApiPage(IdentityView)
  async list(@CurrentActor() actor: PersonActor): Promise<Page<IdentityView>> {
    return toOnePage(await this.identities.own(actor), toIdentityView);
  }

  @Delete(':id')
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'unlinkIdentity', summary: 'Unlink one; never your last way to sign in' })
  @ApiNoContentResponse()
  async unlink(@CurrentActor() actor: PersonActor, @Param('id', UuidId) id: string): Promise<void> {
    await this.unlinkIdentity.run(actor, id);
  }
}
