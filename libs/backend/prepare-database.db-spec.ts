import { Config } from '@desk/platform/config';
import { TransferMark } from '@desk/platform/database';

import { TestPlace } from '../../test/support/test-place';

import { migrateDatabase, migrateDatabaseDown, requireMigrated, withDatabase } from './prepare-database';

const NOW = new Date('2026-03-02T09:30:00.123Z');
const ANOTHER = `INSERT INTO process_lease (name, holder, host, place, pid, started, ends_at)
                 VALUES ('work', 'another', 'desk-2', 'elsewhere', 7, '', '2026-03-02 09:30:20.000')`;

it('goes back, and on again, under nobody who serves, and not while the database is half filled', async () => {
  const place = await TestPlace.create();
  const config = Config.from({ ...place.env });
  const down = (now: Date) => migrateDatabaseDown(config, { to: null, loseData: true }, now);
  const names = await migrateDatabase(config, NOW);

  await withDatabase(config, ({ writer }) => writer.query(ANOTHER));
  await expect(down(NOW)).rejects.toThrow('Process 7 on desk-2 serves the database; stop it first');
  const later = new Date(NOW.getTime() + 60_000);
  await withDatabase(config, (connections) => new TransferMark(connections).set('a move'));
  await expect(down(later)).rejects.toThrow('The database is half filled by a move; run that again');
  await withDatabase(config, (connections) => new TransferMark(connections).remove());
  await requireMigrated(config);

  expect(await down(later)).toEqual(names.slice(-1));
  await expect(migrateDatabase(config, NOW)).rejects.toThrow('Process 7 on desk-2 serves the database');
  expect(await migrateDatabase(config, later)).toEqual(names.slice(-1));
  // It is no business of whoever serves when there is nothing to do.
  expect(await migrateDatabase(config, NOW)).toEqual([]);
  await place.remove();
});
