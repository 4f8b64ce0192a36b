import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { schema } from '@desk/backend/schema';
import { assertMigrated, type Connections, openConnections, status } from '@desk/platform/database';

import { schemaDiff } from '../support/database-content';
import { createTestDesk } from '../support/test-desk';
import { onMysql, TestPlace } from '../support/test-place';

const ROOT = join(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/cli/main.js');
const PASSWORD = 'plain-sailing-87';

interface Ended {
  /** Or the signal that ended it. */
  code: number | string;
  stdout: string;
  stderr: string;
}

function node(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [file, ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : (error.signal ?? error.code ?? 1), stdout, stderr }),
    );
  });
}

let place: TestPlace;
const desk = (...args: string[]): Promise<Ended> => node(MAIN, args, place.env);
const lines = (text: string): string[] => text.trim().split('\n');

beforeAll(async () => {
  place = await TestPlace.create();
  const built = await node(join(ROOT, 'scripts/build.mjs'), ['cli']);
  expect(built.stderr).toBe('');
}, 180_000);

afterAll(() => place.remove());

const COMMANDS = [
  'migrate',
  'user:create',
  'user:reset-mfa',
  'demo:load',
  'sla:check',
  'openapi <file>',
  'ping',
  'backup <file>',
  'restore <file>',
  'move',
];

describe('the command line', () => {
  it('explains itself and each command without opening anything', async () => {
    const help = (...args: string[]) => node(MAIN, [...args, '--help'], { DATABASE_URL: 'nonsense' });
    const { code, stdout } = await help();
    expect({ code, missing: COMMANDS.filter((name) => !stdout.includes(`  ${name} `)) }).toEqual({
      code: 0,
      missing: [],
    });
    const one = await help('user:create');
    expect(one.stdout).toContain('Usage: npm run desk -- user:create [options]');
    expect(one.stdout).toMatch(/--email <address>[^]*--password <password>[^]*--role <role>/);
  });

  it('names what it does not know', async () => {
    const { code, stderr } = await desk('tidy');
    expect({ code, lines: lines(stderr) }).toEqual({ code: 1, lines: ["error: unknown command 'tidy'"] });
  });

  it('says in one line that a setting is wrong, or that the database is not ready', async () => {
    const wrong = await node(MAIN, ['migrate'], { DATABASE_URL: 'nonsense' });
    expect(wrong.code).toBe(1);
    expect(lines(wrong.stderr)).toEqual([expect.stringContaining('DATABASE_URL')]);
    const early = await desk('sla:check');
    expect(early.code).toBe(1);
    expect(lines(early.stderr)).toEqual([expect.stringContaining('npm run desk -- migrate')]);
  });

  it('migrates, goes a step back, and says what is missing then', async () => {
    const first = await desk('migrate', 'up');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const last = lines(first.stdout).at(-1) ?? '';
    expect(await desk('migrate', 'down')).toMatchObject({ code: 0, stdout: `undone ${last}\n` });
    const behind = await desk('migrate', 'status');
    expect(behind).toMatchObject({ code: 1, stdout: expect.stringMatching(`\nmissing +${last}\n$`) });
    expect(lines(behind.stderr)).toEqual([expect.stringContaining('npm run desk -- migrate')]);
    expect(await desk('migrate')).toMatchObject({ code: 0, stdout: `${last}\n` });
  });

  it('loads the demo workspace into an empty database and adds tickets to it', async () => {
    const { code, stdout, stderr } = await desk('demo:load', '--tickets', '40');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('admin@velumera.example') });
    expect(lines(stderr).at(-1)).toContain('40 of 40 tickets');
    const down = await desk('migrate', 'down', '--to', 'Sla1700000005000');
    expect(down).toMatchObject({ code: 1, stdout: '' });
    expect(lines(down.stderr)).toEqual([
      expect.stringMatching(
        /^Going back would lose .*jrd_automation_rules .*jrd_notifications .*--lose-data/,
      ),
    ]);
    const wrong = await desk('demo:load', '--tickets', 'many');
    expect(wrong).toMatchObject({ code: 1, stderr: 'tickets: "many" is no number of tickets\n' });
  });

  it('creates people who can sign in, and says what is wrong with others', async () => {
    const create = (email: string, password: string, role: string) =>
      desk('user:create', '--email', email, '--password', password, '--role', role);
    const made = await create('new.agent@example.com', PASSWORD, 'agent');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('agent new.agent@example.com') });
    const reset = await desk('user:reset-mfa', '--email', 'New.Agent@example.com');
    expect(reset).toMatchObject({ code: 0, stdout: expect.stringContaining('by password alone') });
    expect(await desk('user:reset-mfa', '--email', 'nobody@example.com')).toMatchObject({ code: 1 });
    const refused = await Promise.all([
      create('new.agent@example.com', PASSWORD, 'agent'),
      create('other@example.com', 'short', 'agent'),
      create('other@example.com', PASSWORD, 'king'),
      create('no-address', PASSWORD, 'agent'),
    ]);
    const said = ['an account with this', 'at least 10', 'role: is one of', 'no email address'];
    for (const [index, { code, stderr }] of refused.entries()) {
      expect({ code, lines: lines(stderr) }).toEqual({
        code: 1,
        lines: [expect.stringContaining(said[index]!)],
      });
    }
  });

  it('checks deadlines, and writes the description of the API', async () => {
    expect(await desk('sla:check')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/put on record/),
    });
    const file = join(place.folder, 'openapi.json');
    expect(await desk('openapi', file)).toMatchObject({ code: 0, stdout: `Wrote ${file}\n` });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ openapi: '3.1.0' });
  });

  it('will not put the demo beside somebody’s own people', async () => {
    const own = await TestPlace.create();
    const mine = (...args: string[]) => node(MAIN, args, own.env);
    await mine('migrate');
    await mine('user:create', '--email', 'me@example.com', '--password', PASSWORD, '--role', 'superadmin');
    const { code, stderr } = await mine('demo:load');
    expect({ code, lines: lines(stderr) }).toEqual({
      code: 1,
      lines: [expect.stringContaining('belongs to other people')],
    });
    await own.remove();
  });

  it('sends a job through the queue of a running desk and back', async () => {
    const running = await createTestDesk();
    const answer = await node(MAIN, ['ping'], running.env);
    await running.close();
    expect(answer).toMatchObject({ code: 0, stdout: expect.stringMatching(/^pong after \d+ ms\n$/) });
  });
});

describe('a migration that is killed in the middle', () => {
  let place: TestPlace;
  let connections: Connections;

  beforeAll(async () => {
    place = await TestPlace.create();
    connections = await openConnections(place.target, schema);
  });

  afterAll(async () => {
    await connections.close();
    await place.remove();
  });

  const migrateHere = (env: Record<string, string> = {}) => node(MAIN, ['migrate'], { ...place.env, ...env });

  it('is taken up by the next, and of two that come at once one does it', async () => {
    const killed = await migrateHere({
      NODE_OPTIONS: `--require ${join(ROOT, 'test/support/killed-at.cjs')}`,
      KILLED_AT: 'ix_ticket_comments_ticket',
    });
    expect(killed).toMatchObject({ code: 'SIGKILL', stdout: '' });
    const left = await status(connections);
    expect(onMysql ? left.interrupted : left.pending).toContain('Tickets1700000003000');
    await expect(assertMigrated(connections)).rejects.toThrow(/npm run desk -- migrate$/);

    const ended = await Promise.all([migrateHere(), migrateHere()]);
    const [none, all] = ended.sort((a, b) => a.stdout.length - b.stdout.length);
    expect(none).toEqual({ code: 0, stdout: 'Nothing to migrate\n', stderr: '' });
    const missing = [...left.interrupted, ...left.pending];
    expect(all).toEqual({ code: 0, stdout: missing.join('\n') + '\n', stderr: '' });
    await expect(assertMigrated(connections)).resolves.toBeUndefined();
    expect(await schemaDiff(connections)).toEqual([]);
  });
});
