import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Session, type SessionUser, loadable } from '@desk/web/core';
import { firstValueFrom } from 'rxjs';

export interface Profile extends SessionUser {
  phone: string;
  department: string;
  job_title: string;
}

export type ProfileChange = Partial<
  Pick<Profile, 'first_name' | 'last_name' | 'phone' | 'department' | 'job_title' | 'timezone_pref'>
>;

const ADDRESS = '/api/accounts/users/me/';

@Injectable()
export class ProfileStore {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);

  readonly profile = loadable({
    params: () => 'mine',
    load: () => firstValueFrom(this.http.get<Profile>(ADDRESS)),
  });

  async save(change: ProfileChange): Promise<void> {
    const profile = await firstValueFrom(this.http.patch<Profile>(ADDRESS, change));
    this.profile.update(() => profile);
    const { first_name, last_name, full_name, initials, timezone_pref } = profile;
    this.session.changeUser({ first_name, last_name, full_name, initials, timezone_pref });
  }
}
