import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { conflict, notFound } from '@desk/platform/errors';
import { type PersonActor } from '@desk/platform/security';

import { requireTimeZone } from '../model/time-zone';
import { type Profile } from '../model/user';
import { Users } from '../store/users';

export type CompleteProfileInput = Pick<Profile, 'first_name' | 'last_name'> & Partial<Profile>;

/** What a sign-up by a provider leaves open. Until then nothing else is open to them. */
@Injectable()
export class CompleteProfile {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: Users,
  ) {}

  async run(actor: PersonActor, profile: CompleteProfileInput): Promise<void> {
    if (profile.timezone_pref !== undefined) requireTimeZone(profile.timezone_pref);
    await this.unitOfWork.run(async () => {
      const user = await this.users.hold(actor.id);
      if (user === null) throw notFound('user');
      if (user.is_profile_completed) throw conflict('profile_completed', 'Your profile is complete already');
      user.change(profile, this.clock.now());
      user.is_profile_completed = true;
      await this.users.save(user);
    });
  }
}
