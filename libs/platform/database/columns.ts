import {
  Column,
  type ColumnOptions,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type TableColumnOptions,
} from 'typeorm';

/*
 * The few kinds of column that mean the same on SQLite and on MySQL/MariaDB. Entities use the decorators,
 * migrations the functions of `table`; both read `KINDS`, so they cannot drift apart. Excluded on purpose:
 * bigint (SQLite rounds, MariaDB answers strings), native enums and JSON, and defaults of the database.
 */
export type Engine = 'sqlite' | 'mysql';

const KINDS = {
  int: { type: 'int' },
  small: { type: 'smallint' },
  bool: { type: 'boolean' },
  /** UTC with milliseconds, set in code by the clock. */
  instant: { type: 'datetime', precision: 3 },
  uuid: { type: 'varchar', length: 36 },
  /** Unbounded text. MEDIUMTEXT on MySQL, where TEXT would end at 64 KiB. */
  long: { type: 'text' },
} as const;

type Options = Pick<ColumnOptions, 'nullable' | 'unique'>;

export const IdColumn = (): PropertyDecorator => PrimaryGeneratedColumn('increment', { type: 'int' });
export const UuidPrimaryColumn = (): PropertyDecorator => PrimaryColumn({ ...KINDS.uuid });
export const UuidColumn = (options: Options = {}): PropertyDecorator => Column({ ...KINDS.uuid, ...options });
export const IntColumn = (options: Options = {}): PropertyDecorator => Column({ ...KINDS.int, ...options });
export const SmallColumn = (options: Options = {}): PropertyDecorator =>
  Column({ ...KINDS.small, ...options });
export const BoolColumn = (options: Options = {}): PropertyDecorator => Column({ ...KINDS.bool, ...options });
export const InstantColumn = (options: Options = {}): PropertyDecorator =>
  Column({ ...KINDS.instant, ...options });
export const LongColumn = (options: Options = {}): PropertyDecorator => Column({ ...KINDS.long, ...options });
export const TextColumn = (length: number, options: Options = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...options });
/** A value kept as JSON text: objects and lists without queries into them. */
export const JsonColumn = (options: Options = {}): PropertyDecorator =>
  Column({ ...KINDS.long, ...options, transformer: { to: toJson, from: fromJson } });

function toJson(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** A column as a migration says it: plain data, of which its fingerprint is made. */
export type ColumnPlan = TableColumnOptions;

export type Columns = ReturnType<typeof columnsFor>;

/** Columns of a migration, for one engine. `?` at the end of a name makes the column nullable. */
export function columnsFor(engine: Engine) {
  const make = (name: string, kind: Partial<ColumnPlan> & { type: string }): ColumnPlan => {
    const nullable = name.endsWith('?');
    return {
      ...kind,
      type: mapType(engine, kind.type),
      name: nullable ? name.slice(0, -1) : name,
      isNullable: nullable,
    };
  };
  const key = (name: string, kind: Partial<ColumnPlan> & { type: string }): ColumnPlan => ({
    ...kind,
    name,
    type: mapType(engine, kind.type),
    isPrimary: true,
  });
  return {
    id: (name = 'id'): ColumnPlan => ({
      ...key(name, KINDS.int),
      isGenerated: true,
      generationStrategy: 'increment',
    }),
    uuidKey: (name = 'id') => key(name, { ...KINDS.uuid, length: '36' }),
    intKey: (name: string) => key(name, KINDS.int),
    textKey: (name: string, length: number) => key(name, { type: 'varchar', length: String(length) }),
    uuid: (name: string) => make(name, { ...KINDS.uuid, length: '36' }),
    int: (name: string) => make(name, KINDS.int),
    small: (name: string) => make(name, KINDS.small),
    bool: (name: string) => make(name, KINDS.bool),
    instant: (name: string) => make(name, KINDS.instant),
    long: (name: string) => make(name, KINDS.long),
    text: (name: string, length: number) => make(name, { type: 'varchar', length: String(length) }),
    json: (name: string) => make(name, KINDS.long),
  };
}

function mapType(engine: Engine, type: string): string {
  // The name TypeORM has for it there: a table under another would differ from its entity for ever.
  if (engine === 'sqlite') return type === 'int' ? 'integer' : type;
  if (type === 'text') return 'mediumtext';
  return type === 'boolean' ? 'tinyint' : type;
}
