import { type Signal, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type ParamMap, type Params, Router } from '@angular/router';

/** Rows on one page of a list. */
export const PAGE_SIZE = 25;

interface Paged {
  page: number;
}

/** How a list's filter stands in the address bar; null takes a parameter out of it. */
export interface AddressForm<F extends Paged> {
  read: (address: ParamMap) => F;
  write: (filter: F) => Params;
}

/** What a list shows, kept in the address bar, so that it can be kept, shared and gone back to. */
export interface AddressFilter<F extends Paged> {
  readonly value: Signal<F>;
  /** Anything but another page begins again at the first one. */
  show(change: Partial<F>, replaceUrl?: boolean): Promise<boolean>;
  /** The only row of the last page is gone, or the address is an old one: another page is another load. */
  stayWithin(found: { count: number; results: readonly unknown[] }): Promise<void>;
}

/** Call in an injection context. */
export function addressFilter<F extends Paged>({ read, write }: AddressForm<F>): AddressFilter<F> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const address = toSignal(route.queryParamMap, { initialValue: route.snapshot.queryParamMap });
  const value = computed(() => read(address()));

  const show = (change: Partial<F>, replaceUrl = 'search' in change): Promise<boolean> => {
    const queryParams = write({ ...value(), page: 1, ...change });
    return router.navigate([], { relativeTo: route, queryParams, replaceUrl });
  };
  return {
    value,
    show,
    stayWithin: async ({ count, results }) => {
      const last = Math.max(1, Math.ceil(count / PAGE_SIZE));
      if (results.length > 0 || value().page <= last) return;
      await show({ page: last } as Partial<F>, true);
    },
  };
}

/** The words of a parameter that mean something, each once and in the order of `all`. */
export function knownOf<T extends string>(all: readonly T[], text: string | null): T[] {
  const words = text?.split(',') ?? [];
  return all.filter((word) => words.includes(word));
}

export function pageOfAddress(address: ParamMap): number {
  const page = Number(address.get('page'));
  return Number.isInteger(page) && page > 0 ? page : 1;
}
