import { Injectable, inject } from '@angular/core';
import { Api, type IdentityView, linkProvider, listIdentities, unlinkIdentity } from '@desk/web/api-client';
import { PageAddress, loadable } from '@desk/web/core';

/** What of other providers opens one's own account. */
@Injectable()
export class IdentitiesStore {
  private readonly api = inject(Api);
  private readonly page = inject(PageAddress);

  readonly linked = loadable({
    params: () => 'mine',
    load: async () => (await this.api.invoke(listIdentities)).results,
  });

  /** Goes on at the provider, and comes back to this page. */
  async link(name: string): Promise<void> {
    this.page.leaveFor((await this.api.invoke(linkProvider, { name })).url);
  }

  async unlink({ id }: IdentityView): Promise<void> {
    await this.api.invoke(unlinkIdentity, { id });
    this.linked.update((linked) => linked.filter((identity) => identity.id !== id));
  }
}
