import { Injectable, inject } from '@angular/core';
import { Api, type ProviderView, listProviders } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

/** Who may sign people in beside their password. None where that cannot be asked: the password still opens the door. */
@Injectable()
export class Providers {
  private readonly api = inject(Api);

  readonly offered = loadable({ params: () => 'all', load: () => this.load() });

  private async load(): Promise<ProviderView[]> {
    try {
      return (await this.api.invoke(listProviders)).results;
    } catch {
      return [];
    }
  }
}
