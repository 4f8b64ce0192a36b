import { type DataSource, type EntityMetadata, type EntityTarget, type ObjectLiteral } from 'typeorm';

import { toColumn, toDate } from './instants';

type Values = Readonly<Record<string, unknown>>;

interface EntityColumn {
  property: string;
  name: string;
  kind: 'instant' | 'flag' | 'plain';
  transformer: { to(value: unknown): unknown; from(value: unknown): unknown } | null;
}

/** Entities as plain statements: what TypeORM works out for every call anew is worked out once per entity here. */
export class EntityRows {
  private readonly plans = new Map<EntityTarget<ObjectLiteral>, EntityPlan>();

  constructor(private readonly source: DataSource) {}

  of(entity: EntityTarget<ObjectLiteral>): EntityPlan {
    const known = this.plans.get(entity);
    if (known !== undefined) return known;
    const plan = new EntityPlan(this.source.getMetadata(entity));
    this.plans.set(entity, plan);
    return plan;
  }
}

/** How one entity is written to its table and made of a row. */
class EntityPlan {
  private readonly columns: readonly EntityColumn[];
  private readonly make: () => ObjectLiteral;
  private readonly table: string;

  constructor(metadata: EntityMetadata) {
    this.table = metadata.tableName;
    this.make = () => metadata.create() as ObjectLiteral;
    this.columns = metadata.columns.map(({ propertyName, databaseName, type, transformer }) => ({
      property: propertyName,
      name: databaseName,
      kind: type === 'datetime' ? 'instant' : type === 'boolean' ? 'flag' : 'plain',
      transformer: (Array.isArray(transformer) ? transformer[0] : transformer) ?? null,
    }));
  }

  /** One statement for all; a column that the first one leaves undefined is left to the database. */
  insert(rows: readonly Values[]): { sql: string; parameters: unknown[] } {
    const columns = this.columns.filter(({ property }) => rows[0]?.[property] !== undefined);
    const row = `(${columns.map(() => '?').join(', ')})`;
    return {
      sql: `INSERT INTO ${this.table} (${names(columns)}) VALUES ${rows.map(() => row).join(', ')}`,
      parameters: rows.flatMap((values) => columns.map((column) => toParameter(column, values))),
    };
  }

  update(where: Values, changes: Values): { sql: string; parameters: unknown[] } {
    const set = this.columns.filter(({ property }) => changes[property] !== undefined);
    const condition = this.condition(where);
    return {
      sql: `UPDATE ${this.table} SET ${set.map(({ name }) => `${name} = ?`).join(', ')} WHERE ${condition.sql}`,
      parameters: [...set.map((column) => toParameter(column, changes)), ...condition.parameters],
    };
  }

  select(where: Values): { sql: string; parameters: unknown[] } {
    const condition = this.condition(where);
    return {
      sql: `SELECT ${names(this.columns)} FROM ${this.table} WHERE ${condition.sql} LIMIT 1`,
      parameters: condition.parameters,
    };
  }

  toEntity(row: Values): ObjectLiteral {
    const entity = this.make();
    for (const column of this.columns) entity[column.property] = fromColumn(column, row[column.name]);
    return entity;
  }

  private condition(where: Values): { sql: string; parameters: unknown[] } {
    const columns = this.columns.filter(({ property }) => where[property] !== undefined);
    return {
      sql: columns.map(({ name }) => `${name} = ?`).join(' AND '),
      parameters: columns.map((column) => toParameter(column, where)),
    };
  }
}

function names(columns: readonly EntityColumn[]): string {
  return columns.map(({ name }) => name).join(', ');
}

function toParameter({ property, kind, transformer }: EntityColumn, values: Values): unknown {
  const value = transformer === null ? values[property] : transformer.to(values[property]);
  if (kind === 'instant' && value instanceof Date) return toColumn(value);
  return kind === 'flag' && typeof value === 'boolean' ? Number(value) : (value ?? null);
}

function fromColumn({ kind, transformer }: EntityColumn, value: unknown): unknown {
  if (transformer !== null) return transformer.from(value);
  if (value === null || value === undefined) return null;
  if (kind === 'instant') return toDate(value as string);
  return kind === 'flag' ? value === 1 : value;
}
