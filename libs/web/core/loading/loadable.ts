import { type Signal, computed, linkedSignal, resource } from '@angular/core';
import { Problem } from '../http/problem';

/** Something that comes from the server, as a page needs it: the value, or that it is on its way, or why it is not there. */
export interface Loadable<T> {
  readonly value: Signal<T | undefined>;
  /** Nothing to show yet: draw a skeleton. */
  readonly isLoading: Signal<boolean>;
  /** The value is being replaced: what is shown stays. */
  readonly isRefreshing: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  reload(): void;
  /** Changes the value at once, ahead of the server. */
  update(change: (value: T) => T): void;
}

export interface LoadOptions<P, T> {
  /** What the load depends on; undefined: not now. Another value loads again. */
  params: () => P | undefined;
  load: (params: P, signal: AbortSignal) => Promise<T>;
  /** For lists: while other params load, the rows of the previous ones stay on the screen. */
  keepLatest?: boolean;
}

/** One call for a store's field. Use it in an injection context. */
export function loadable<P, T>({ params, load, keepLatest = false }: LoadOptions<P, T>): Loadable<T> {
  const wanted = computed(params);
  const source = resource<T, P | undefined>({
    params: wanted,
    loader: ({ params: now, abortSignal }) => load(now, abortSignal),
  });
  const answered = computed(() => ({
    wanted: wanted(),
    value: source.hasValue() ? source.value() : undefined,
  }));
  // A reload that fails takes nothing away: what is shown stays, with the problem above it.
  const value = linkedSignal<ReturnType<typeof answered>, T | undefined>({
    source: answered,
    computation: (now, before) =>
      now.value ?? (keepLatest || before?.source.wanted === now.wanted ? before?.value : undefined),
  }).asReadonly();
  const problem = computed(() => {
    const error = source.error();
    return error ? Problem.from(error.cause ?? error) : null;
  });

  return {
    value,
    problem,
    isLoading: computed(() => source.isLoading() && value() === undefined),
    isRefreshing: computed(() => source.isLoading() && value() !== undefined),
    reload: () => void source.reload(),
    update: (change) => {
      const now = value();
      if (now !== undefined) source.set(change(now));
    },
  };
}
