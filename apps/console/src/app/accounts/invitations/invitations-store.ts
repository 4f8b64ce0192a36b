import { Injectable, inject, signal } from '@angular/core';
import {
  Api,
  type InvitationView,
  type InviteBody,
  invitePerson,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

export const PAGE_SIZE = 25;

@Injectable()
export class InvitationsStore {
  private readonly api = inject(Api);

  readonly search = signal('');
  readonly page = signal(1);
  readonly invitations = loadable({
    params: () => ({ search: this.search() || undefined, page: this.page(), page_size: PAGE_SIZE }),
    load: (query) => this.api.invoke(listInvitations, query),
    keepLatest: true,
  });

  find(search: string): void {
    this.search.set(search);
    this.page.set(1);
  }

  async invite(body: InviteBody): Promise<InvitationView> {
    const invited = await this.api.invoke(invitePerson, { body });
    this.find('');
    this.invitations.reload();
    return invited;
  }

  async resend(id: string): Promise<void> {
    await this.api.invoke(resendInvitation, { id });
    this.invitations.reload();
  }

  async withdraw(id: string): Promise<void> {
    await this.api.invoke(withdrawInvitation, { id });
    // The last one of the last page.
    if (this.invitations.value()?.results.length === 1 && this.page() > 1)
      this.page.update((page) => page - 1);
    this.invitations.reload();
  }
}
