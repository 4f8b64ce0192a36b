/** A PATCH without its absent fields: a DTO has them all, and an `undefined` that is assigned would wipe a value. */
export function given<T extends object>(patch: T): Partial<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
}
