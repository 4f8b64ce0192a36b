import { Injectable, inject } from '@angular/core';
import { Api, type UpdateUserBody, getMe, removeMyAvatar, setMyAvatar, updateMe } from '@desk/web/api-client';
import { Session, loadable } from '@desk/web/core';

@Injectable()
export class ProfileStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  readonly profile = loadable({ params: () => 'mine', load: () => this.api.invoke(getMe) });

  async setPicture(file: File): Promise<void> {
    this.showPicture((await this.api.invoke(setMyAvatar, { body: { file } })).avatar);
  }

  async removePicture(): Promise<void> {
    await this.api.invoke(removeMyAvatar);
    this.showPicture(null);
  }

  async save(change: UpdateUserBody): Promise<void> {
    const profile = await this.api.invoke(updateMe, { body: change });
    this.profile.update(() => profile);
    const { first_name, last_name, full_name, initials, timezone_pref, keyboard_shortcuts } = profile;
    const name = { first_name, last_name, full_name, initials };
    this.session.changeUser({ ...name, timezone_pref, keyboard_shortcuts });
  }

  private showPicture(avatar: string | null): void {
    this.profile.update((profile) => ({ ...profile, avatar }));
    this.session.changeUser({ avatar });
  }
}
