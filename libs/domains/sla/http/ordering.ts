/** `name` and `-name` for every sort of a list. */
export function orderingsOf<S extends string>(sorts: Record<S, string>): string[] {
  return Object.keys(sorts).flatMap((name) => [name, `-${name}`]);
}

/** The order that was asked for; the query class has checked its name already. */
export function toOrder<S extends string>(ordering: string): { sort: S; descending: boolean } {
  const descending = ordering.startsWith('-');
  return { sort: (descending ? ordering.slice(1) : ordering) as S, descending };
}
