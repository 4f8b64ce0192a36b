import type { ArgumentMetadata } from '@nestjs/common';

const REMEMBERED = 1000;

/**
 * Queries that were found good, by what they say: screens ask the same few again and again, and to judge one anew costs
 * a list several per cent of its time. Requests share them, so they are frozen. What is refused is not kept.
 */
export class JudgedQueries {
  private readonly known = new Map<ArgumentMetadata['metatype'], Map<string, object>>();
  private size = 0;

  /** @param judge makes the query object of a value, or throws. */
  async judged(
    value: unknown,
    { metatype }: ArgumentMetadata,
    judge: () => Promise<object>,
  ): Promise<object> {
    const said = JSON.stringify(value);
    const found = this.known.get(metatype)?.get(said);
    if (found !== undefined) return found;
    const query = frozen(await judge());
    if (++this.size > REMEMBERED) this.forget();
    const ofType = this.known.get(metatype) ?? new Map<string, object>();
    this.known.set(metatype, ofType.set(said, query));
    return query;
  }

  private forget(): void {
    this.known.clear();
    this.size = 1;
  }
}

function frozen(query: object): object {
  for (const value of Object.values(query)) if (Array.isArray(value)) Object.freeze(value);
  return Object.freeze(query);
}
