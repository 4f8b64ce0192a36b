import { Injectable, inject } from '@angular/core';
import { Api, listOutbox } from '@desk/web/api-client';
import { PAGE_SIZE, STEP_UP, addressFilter, loadable } from '@desk/web/core';
import { readFilter, writeFilter } from './outbox-filter';

@Injectable()
export class OutboxStore {
  private readonly api = inject(Api);
  private readonly stepUp = inject(STEP_UP);
  private readonly address = addressFilter({ read: readFilter, write: writeFilter });

  readonly filter = this.address.value;
  readonly show = this.address.show;
  readonly mails = loadable({
    params: () => this.filter(),
    load: async ({ state, page }) => {
      const query = { page, page_size: PAGE_SIZE, ...(state ? { state } : {}) };
      const found = await this.api.invoke(listOutbox, query);
      await this.address.stayWithin(found);
      return found;
    },
    keepLatest: true,
  });

  /** After a proof the same mails come with the links that can be followed. */
  async showLinks(): Promise<void> {
    if (await this.stepUp()) this.mails.reload();
  }
}
