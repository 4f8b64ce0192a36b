import { Injectable, inject } from '@angular/core';
import { Api, type UpdateUserBody, getMe, updateMe } from '@desk/web/api-client';
import { Session, loadable } from '@desk/web/core';

@Injectable()
export class ProfileStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  readonly profile = loadable({ params: () => 'mine', load: () => this.api.invoke(getMe) });

  async save(change: UpdateUserBody): Promise<void> {
    const profile = await this.api.invoke(updateMe, { body: change });
    this.profile.update(() => profile);
    const { first_name, last_name, full_name, initials, timezone_pref } = profile;
    this.session.changeUser({ first_name, last_name, full_name, initials, timezone_pref });
  }
}
