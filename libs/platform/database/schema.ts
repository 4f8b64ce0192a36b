import { type EntityTarget, type ObjectLiteral } from 'typeorm';

import { type Migration } from './migrations/migration';

/** What a domain brings to the database. `libs/backend/schema.ts` joins them all. */
export interface Schema {
  entities: EntityTarget<ObjectLiteral>[];
  /** They run in the order of the number at the end of their names. */
  migrations: (new () => Migration)[];
}

export function joinSchemas(schemas: readonly Schema[]): Schema {
  return {
    entities: schemas.flatMap((schema) => schema.entities),
    migrations: schemas.flatMap((schema) => schema.migrations),
  };
}
