import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Api, type UpdateUserBody, getUser, updateUser } from '@desk/web/api-client';
import { Session, loadable } from '@desk/web/core';

@Injectable()
export class EditPersonStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.paramMap, { initialValue: this.route.snapshot.paramMap });

  readonly person = loadable({
    params: () => this.address().get('id') ?? undefined,
    load: (id) => this.api.invoke(getUser, { id }),
  });
  /** For a loop that begins anew with another person. */
  readonly shown = computed(() => [this.person.value() ?? []].flat());

  async save(id: string, change: UpdateUserBody): Promise<void> {
    const person = await this.api.invoke(updateUser, { id, body: change });
    if (id !== this.session.user()?.id) return;
    const { email, first_name, last_name, full_name, initials, timezone_pref } = person;
    this.session.changeUser({ email, first_name, last_name, full_name, initials, timezone_pref });
  }
}
