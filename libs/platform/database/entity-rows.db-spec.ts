import { Entity } from 'typeorm';

import { TestPlace } from '../../../test/support/test-place';
import {
  BoolColumn,
  type Connections,
  CreateTables,
  type columnsFor,
  Database,
  IdColumn,
  InstantColumn,
  joinSchemas,
  JsonColumn,
  databaseSchema,
  migrate,
  openConnections,
  TextColumn,
  UnitOfWork,
} from './index';

@Entity('sample_rows')
class Sample {
  @IdColumn()
  id!: number;

  @TextColumn(50, { nullable: true })
  name!: string | null;

  @BoolColumn()
  is_good!: boolean;

  @JsonColumn()
  extra!: { list: number[] };

  @InstantColumn()
  at!: Date;

  get title(): string {
    return `${this.name ?? 'nobody'} at ${this.at.toISOString()}`;
  }
}

class Samples1700000009000 extends CreateTables {
  readonly name = 'Samples1700000009000';

  protected tables(column: ReturnType<typeof columnsFor>) {
    return [
      {
        name: 'sample_rows',
        columns: [
          column.id(),
          column.text('name?', 50),
          column.bool('is_good'),
          column.json('extra'),
          column.instant('at'),
        ],
      },
    ];
  }
}

const AT = new Date('2026-03-02T09:30:00.123Z');

let place: TestPlace;
let connections: Connections;
let unitOfWork: UnitOfWork;
let database: Database;

beforeAll(async () => {
  place = await TestPlace.create();
  const schema = joinSchemas([databaseSchema, { entities: [Sample], migrations: [Samples1700000009000] }]);
  connections = await openConnections(place.target, schema);
  await migrate(connections, place.target, AT);
  unitOfWork = new UnitOfWork(connections);
  database = new Database(connections, unitOfWork);
});

afterAll(async () => {
  await connections.close();
  await place.remove();
});

const sample = { name: 'Ada', is_good: true, extra: { list: [1, 2] }, at: AT };

describe('entities as plain statements', () => {
  it('come back as what they were, methods included, and as TypeORM reads them', async () => {
    const id = await unitOfWork.run(() => database.insert(Sample, sample));
    const found = await database.find(Sample, { id });
    expect(found).toBeInstanceOf(Sample);
    expect(found).toEqual(await database.read().findOneBy(Sample, { id }));
    expect(found).toMatchObject({ id, ...sample });
    expect(found?.title).toBe('Ada at 2026-03-02T09:30:00.123Z');
  });

  it('are added many at a time and changed by what they equal', async () => {
    const many = [1, 2, 3].map((number) => ({ ...sample, name: `many ${number}`, is_good: false }));
    await unitOfWork.run(() => database.insert(Sample, many));
    const changed = await unitOfWork.run(() =>
      database.update(Sample, { is_good: false, name: 'many 2' }, { name: null, extra: { list: [] } }),
    );
    expect(changed).toBe(1);
    const rows = await database.rows('SELECT name, extra FROM sample_rows WHERE is_good = 0 ORDER BY id');
    expect(rows).toEqual([
      { name: 'many 1', extra: '{"list":[1,2]}' },
      { name: null, extra: '{"list":[]}' },
      { name: 'many 3', extra: '{"list":[1,2]}' },
    ]);
  });

  it('are nothing where nothing equals', async () => {
    expect(await database.find(Sample, { name: 'Nobody' })).toBeNull();
    expect(await unitOfWork.run(() => database.insert(Sample, []))).toBe(0);
  });
});
