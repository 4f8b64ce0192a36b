import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Api, type UserView, listUsers } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';

const OFFERED = 8;

/** As much of a person as a draft keeps. */
export type Customer = Pick<UserView, 'id' | 'full_name' | 'email'>;

const SETTLE_MS = 150;

/** Finds people by a part of their name or address. */
@Injectable()
export class CustomerSearch {
  private readonly api = inject(Api);
  private readonly part = signal('');
  private readonly wanted = signal('');
  private readonly found = loadable({
    params: () => {
      const part = this.wanted();
      return part === '' ? undefined : { part };
    },
    load: async ({ part }) => {
      const query = { is_active: true, page_size: OFFERED, search: part };
      return { part, people: (await this.api.invoke(listUsers, query)).results };
    },
    keepLatest: true,
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Those whom the words in the field name, never earlier ones: Enter takes the first. Undefined: not asked yet. */
  readonly offered = computed(() => {
    const found = this.found.value();
    return this.part() !== '' && found?.part === this.part() ? found.people : undefined;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** Asks once typing settles. */
  look(part: string): void {
    this.part.set(part);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted.set(part), SETTLE_MS);
  }
}

/** The field holds words until somebody is chosen. */
export function isChosen(value: Customer | string): value is Customer {
  return typeof value === 'object';
}

export function nameOf(value: Customer | string | null): string {
  return value === null ? '' : isChosen(value) ? value.full_name : value;
}
