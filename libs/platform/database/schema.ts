import { type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';

/** What a domain brings to the database. `libs/backend/schema.ts` joins them all. */
export interface Schema {
  entities: EntityTarget<ObjectLiteral>[];
  /** In the order in which they run; their class names end with the 13-digit time stamp that TypeORM sorts by. */
  migrations: (new () => MigrationInterface)[];
}

export function joinSchemas(schemas: readonly Schema[]): Schema {
  return {
    entities: schemas.flatMap((schema) => schema.entities),
    migrations: schemas.flatMap((schema) => schema.migrations),
  };
}
