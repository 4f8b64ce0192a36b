import { Injectable, computed, inject } from '@angular/core';
import { Api, listRequestLog } from '@desk/web/api-client';
import { addressFilter, loadable } from '@desk/web/core';
import { ALL_REQUESTS, isFiltered, readFilter, toQuery, writeFilter } from './request-filter';

@Injectable()
export class RequestLogStore {
  private readonly api = inject(Api);
  private readonly address = addressFilter({ read: readFilter, write: writeFilter });

  readonly filter = this.address.value;
  readonly show = this.address.show;
  readonly isFiltered = computed(() => isFiltered(this.filter()));
  readonly requests = loadable({
    params: () => this.filter(),
    load: async (filter) => {
      const found = await this.api.invoke(listRequestLog, toQuery(filter));
      await this.address.stayWithin(found);
      return found;
    },
    keepLatest: true,
  });

  showAll(): void {
    void this.show(ALL_REQUESTS);
  }
}
