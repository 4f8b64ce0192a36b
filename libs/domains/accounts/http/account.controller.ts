import { Body, Controller, Get, HttpCode, UseGuards } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';

import { Guessable, Post } from '@desk/platform/http';
import { BeforeProfile, Can, CurrentActor, type PersonActor, Public } from '@desk/platform/security';

import { ChangePassword } from '../actions/change-password';
import { CompleteProfile } from '../actions/complete-profile';
import { RegisterCustomer } from '../actions/register-customer';
import { SetUpDesk } from '../actions/set-up-desk';
import { UserQueries } from '../actions/user-queries';
import {
  ChangePasswordBody,
  CompleteProfileBody,
  NewAccountView,
  RegisterBody,
  SetUpBody,
  SetUpStateView,
} from './account.dto';
import { toUserView, UserView } from './user.dto';
import { UnrepeatableGuard } from './unrepeatable.guard';

/** How accounts begin, and how their owners keep them. */
@ApiTags('accounts')
@Controller('accounts')
@UseGuards(UnrepeatableGuard)
export class AccountController {
  constructor(
    private readonly registerCustomer: RegisterCustomer,
    private readonly setUpDesk: SetUpDesk,
    private readonly changePassword: ChangePassword,
    private readonly completeProfile: CompleteProfile,
    private readonly users: UserQueries,
  ) {}

  @Get('setup')
  @Public()
  @ApiOperation({ operationId: 'getSetUp', summary: 'Whether the desk still waits for its first superadmin' })
  @ApiOkResponse({ type: SetUpStateView })
  async setUpState(): Promise<SetUpStateView> {
    return { open: await this.setUpDesk.isOpen() };
  }

  @Post('setup')
  @Guessable()
  @Public()
  @ApiOperation({ operationId: 'setUp', summary: 'Create the first superadmin; closed once there is one' })
  @ApiCreatedResponse({ type: NewAccountView })
  async setUp(@Body() body: SetUpBody): Promise<NewAccountView> {
    return this.answer(await this.setUpDesk.run(body));
  }

  @Post('register')
  @Guessable()
  @Public()
  @ApiOperation({ operationId: 'registerCustomer', summary: 'Become a customer' })
  @ApiCreatedResponse({ type: NewAccountView })
  async register(@Body() body: RegisterBody): Promise<NewAccountView> {
    return this.answer(await this.registerCustomer.run(body));
  }

  @Post('change-password')
  @Guessable()
  @Can('self.secure')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changePassword', summary: 'Change your password; your other sessions end' })
  @ApiNoContentResponse()
  async change(@CurrentActor() actor: PersonActor, @Body() body: ChangePasswordBody): Promise<void> {
    await this.changePassword.run(actor, body);
  }

  @Post('complete-profile')
  @BeforeProfile()
  @Can('self.update')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'completeProfile',
    summary: 'Finish a sign-up that a provider began; nothing else is open before',
  })
  @ApiOkResponse({ type: UserView })
  async complete(@CurrentActor() actor: PersonActor, @Body() body: CompleteProfileBody): Promise<UserView> {
    await this.completeProfile.run(actor, body);
    return toUserView(await this.users.own(actor.id), () => null);
  }

  private async answer({ id }: { id: string }): Promise<NewAccountView> {
    return { user: toUserView(await this.users.own(id), () => null) };
  }
}
