import { Injectable, computed, inject } from '@angular/core';
import { Api, listLoginAudit } from '@desk/web/api-client';
import { addressFilter, loadable } from '@desk/web/core';
import { ALL_ATTEMPTS, isFiltered, readFilter, toQuery, writeFilter } from './audit-filter';

@Injectable()
export class LoginAuditStore {
  private readonly api = inject(Api);
  private readonly address = addressFilter({ read: readFilter, write: writeFilter });

  readonly filter = this.address.value;
  readonly show = this.address.show;
  readonly isFiltered = computed(() => isFiltered(this.filter()));
  readonly attempts = loadable({
    params: () => this.filter(),
    load: async (filter) => {
      const found = await this.api.invoke(listLoginAudit, toQuery(filter));
      await this.address.stayWithin(found);
      return found;
    },
    keepLatest: true,
  });

  showAll(): void {
    void this.show(ALL_ATTEMPTS);
  }
}
