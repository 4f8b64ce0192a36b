import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Config } from '@desk/platform/config';
import { type Connections, openConnections, type Row } from '@desk/platform/database';

import { migrateDatabase } from '../../prepare-database';
import { schema } from '../../schema';
import { loadDemo } from '../load-demo';
import { loadBulk } from './load-bulk';

const MORE = 300;

describe('the bulk loader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bulk-'));
  const config = Config.from({ DATA_DIR: folder });
  const now = new Date('2026-06-10T10:00:00.000Z');
  const progress: number[] = [];
  let connections: Connections;
  let models: number;

  const rows = (sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    connections.reader.query<Row[]>(sql, parameters);
  const count = async (sql: string): Promise<number> =>
    Number((await rows(`SELECT count(*) AS n ${sql}`))[0]?.['n']);

  beforeAll(async () => {
    await migrateDatabase(config, now);
    await loadDemo(config, now);
    connections = await openConnections(config.database, schema);
    models = await count('FROM jrd_tickets');
    await loadBulk(config, { count: MORE, now, onProgress: (done) => progress.push(done) });
  }, 120_000);

  afterAll(async () => {
    await connections.close();
    rmSync(folder, { recursive: true });
  });

  it('adds as many as were asked for, and says how far it is after each commit', async () => {
    expect(await count('FROM jrd_tickets')).toBe(models + MORE);
    expect(progress.at(-1)).toBe(MORE);
    expect(progress.length).toBeGreaterThan(3);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
  });

  it('gives each a conversation, a trail that begins with its own number, two clocks with their history', async () => {
    expect(await count(`FROM jrd_ticket_comments WHERE ticket_id > ${models}`)).toBeGreaterThan(2 * MORE);
    expect(await count(`FROM jrd_sla_clocks WHERE ticket_id > ${models}`)).toBe(2 * MORE);
    const begun = `FROM jrd_ticket_activities a JOIN jrd_tickets t ON t.id = a.ticket_id AND a.new_value = t.ticket_id
      WHERE a.activity_type = 'created' AND a.created_at = t.created_at AND t.id > ${models}`;
    expect(await count(begun)).toBe(MORE);
    const started = `FROM jrd_sla_clock_events e JOIN jrd_tickets t ON t.id = e.ticket_id
      WHERE e.happening = 'started' AND e.at = t.created_at AND t.id > ${models}`;
    expect(await count(started)).toBe(2 * MORE);
  });

  it('leaves what is unsolved, and only that, for the rules that wait for quiet tickets', async () => {
    const wrong = `FROM jrd_tickets t LEFT JOIN jrd_automation_episodes e ON e.ticket_id = t.id
      WHERE t.id > ${models} AND (e.ticket_id IS NULL) = (t.status NOT IN ('resolved', 'closed'))`;
    const unsolved = `FROM jrd_automation_episodes WHERE ticket_id > ${models}`;
    expect(await count(unsolved)).toBeGreaterThan(0);
    expect(await count(`${wrong} AND t.status <> 'resolved'`)).toBe(0);
  });

  it('keeps deadlines as the policies promise them, and lets no clock run past one', async () => {
    const wrong = `FROM jrd_tickets t JOIN jrd_sla_clocks c ON c.ticket_id = t.id AND c.kind = 'resolution'
      WHERE t.id > ${models} AND c.deadline IS NOT t.sla_resolution_deadline`;
    expect(await count(wrong)).toBe(0);
    const late = `FROM jrd_sla_clocks WHERE state = 'running' AND deadline < '2026-06-10 10:00:00.000'`;
    expect(await count(late)).toBe(0);
  });

  it('writes nothing into the future and everything after its ticket', async () => {
    const orphaned = `FROM jrd_ticket_comments c JOIN jrd_tickets t ON t.id = c.ticket_id
      WHERE c.created_at < t.created_at OR c.created_at > '2026-06-10 10:00:00.000'`;
    expect(await count(orphaned)).toBe(0);
  });

  it('can be searched by number and by words, notes apart from what customers read', async () => {
    const [ticket] = await rows(`SELECT id, ticket_id FROM jrd_tickets WHERE id = ${models + MORE}`);
    const number = `x${String(ticket?.['ticket_id']).toLowerCase().replace('-', 'x')}x`;
    const found = await rows('SELECT rowid AS id FROM ticket_search WHERE ticket_search MATCH ?', [number]);
    expect(found).toEqual([{ id: ticket?.['id'] }]);
    expect(await count('FROM ticket_search')).toBe(models + MORE);
  });

  it('ends early when told to, with whole tickets only', async () => {
    const stop = new AbortController();
    const before = await count('FROM jrd_tickets');
    const onProgress = () => stop.abort();
    const added = await loadBulk(config, { count: 5000, now, onProgress, signal: stop.signal });
    expect(added).toBeLessThan(5000);
    expect(await count('FROM jrd_tickets')).toBe(before + added);
    expect(await count('FROM ticket_search')).toBe(before + added);
  });
});
