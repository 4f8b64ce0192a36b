import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load } from 'js-yaml';

import { ROOT } from '../support/commands';
import { createTestDesk, type TestDesk } from '../support/test-desk';

interface Rules {
  groups: {
    rules: { alert?: string; record?: string; expr: string; annotations?: { summary?: string } }[];
  }[];
}

interface Dashboard {
  panels: { title: string; targets: { expr: string }[] }[];
}

/** Made by Prometheus for each target that it scrapes. */
const ITS_OWN = ['up'];
const METRIC = /(?<![\w:])(?:desk|nodejs|process)_\w+|\bup(?=\{)/g;

const read = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');
const rules = (load(read('ops/prometheus-rules.yml')) as Rules).groups.flatMap((group) => group.rules);
const dashboard = JSON.parse(read('ops/grafana-dashboard.json')) as Dashboard;
const manual = read('operations.md');

let desk: TestDesk;
let exported: Set<string>;

beforeAll(async () => {
  desk = await createTestDesk();
  const answer = await desk.http
    .get('/desk/metrics')
    .expect(200)
    .expect('Content-Type', /^text\/plain/);
  const families = [...answer.text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  exported = new Set(
    families.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
});

afterAll(() => desk.close());

const unknownIn = (text: string) =>
  [...new Set(text.match(METRIC))].filter((name) => !exported.has(name) && !ITS_OWN.includes(name));

it('alarms, dashboard and manual name only metrics that a desk exports', () => {
  for (const { expr } of rules) expect(unknownIn(expr)).toEqual([]);
  for (const { targets } of dashboard.panels) {
    for (const { expr } of targets) expect(unknownIn(expr)).toEqual([]);
  }
  expect(unknownIn(manual)).toEqual([]);
});

it('every metric of ours is explained in the manual and shown on the dashboard', () => {
  const own = [...exported].filter((name) => /^desk_/.test(name) && !/_(bucket|sum|count)$/.test(name));
  expect(own.length).toBeGreaterThan(12);
  expect(own.filter((name) => !manual.includes(name))).toEqual([]);
  const shown = JSON.stringify(dashboard);
  expect(own.filter((name) => !shown.includes(name))).toEqual([]);
});

it('every alarm has a section that says what to do, and no section is without an alarm', () => {
  const alarms = rules.flatMap(({ alert }) => (alert === undefined ? [] : [alert]));
  expect(new Set(alarms).size).toBe(alarms.length);
  const [, sections = ''] = manual.split('## The alarms\n');
  expect([...sections.matchAll(/^### (.*)$/gm)].map(([, name]) => name)).toEqual(alarms);
});

it('recorded series are those that alarms use', () => {
  const recorded = rules.flatMap(({ record }) => (record === undefined ? [] : [record]));
  const used = rules.flatMap(({ expr }) => expr.match(/desk:\w+:\w+/g) ?? []);
  expect(used.filter((name) => !recorded.includes(name))).toEqual([]);
});
