import { schema } from '@desk/backend/schema';
import { migrate, openConnections } from '@desk/platform/database';

import { buildServer } from '../support/build-server';
import { BuiltProcess } from '../support/built-process';
import { further, FurtherWork1800000000000 } from '../support/further-migration';
import { SETTINGS } from '../support/operator';
import { TestPlace } from '../support/test-place';

let places: TestPlace[];

beforeAll(() => {
  buildServer();
  places = [];
}, 180_000);

afterAll(() => Promise.all(places.map((place) => place.remove())));

async function aPlace(): Promise<TestPlace> {
  const place = await TestPlace.create();
  places.push(place);
  return place;
}

/** What a process says that must not serve. */
async function refusal(app: 'api' | 'embedded', { env }: TestPlace): Promise<string> {
  const process = BuiltProcess.spawn(app, { ...SETTINGS, ...env });
  expect(await process.exited()).toBe(1);
  return process.said;
}

it('a process serves nothing on an older or a newer schema, and names the command that helps', async () => {
  const [older, newer] = [await aPlace(), await aPlace()];
  const connections = await openConnections(newer.target, further(schema));
  await migrate(connections, newer.target, new Date());
  await connections.close();
  const said = await Promise.all([refusal('api', older), refusal('embedded', newer)]);
  const last = connections.migrations.at(-2)?.name;
  const later = new FurtherWork1800000000000().name;
  expect(said).toEqual([
    `The database lacks ${schema.migrations.length} migration(s); run: npm run desk -- migrate\n`,
    `The database was migrated by a newer version (${later}); start that version, or run with it: npm run desk -- migrate down --to ${last}\n`,
  ]);
});
