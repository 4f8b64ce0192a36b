import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { Api, listLoginAudit } from '@desk/web/api-client';
import { addressFilter, loadable } from '@desk/web/core';
import { Notices } from '@desk/web/ui';
import { firstValueFrom } from 'rxjs';
import { ALL_ATTEMPTS, isFiltered, readFilter, toFileQuery, toQuery, writeFilter } from './audit-filter';

const TAKEN_OVER_MS = 60_000;

@Injectable()
export class LoginAuditStore {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly notices = inject(Notices);
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

  readonly isExporting = signal(false);

  /** All that the filters leave, as a file. The generated client knows answers in JSON only. */
  async download(): Promise<void> {
    if (this.isExporting()) return;
    const params = toFileQuery(this.filter());
    this.isExporting.set(true);
    try {
      const file = await firstValueFrom(this.http.get(listLoginAudit.PATH, { params, responseType: 'blob' }));
      const link = this.document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'sign-ins.csv';
      link.click();
      // The browser takes the file over in its own time.
      setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_OVER_MS);
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.isExporting.set(false);
    }
  }

  showAll(): void {
    void this.show(ALL_ATTEMPTS);
  }
}
