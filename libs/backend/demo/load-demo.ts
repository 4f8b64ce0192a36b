import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { CreateRule, RunIdleRules } from '@desk/domains/automation';
import { CheckBreaches, CreatePolicy } from '@desk/domains/sla';
import { CreateCategory, CreateTag } from '@desk/domains/tickets';
import { type Config } from '@desk/platform/config';
import { Database, toColumn, UnitOfWork } from '@desk/platform/database';
import { SYSTEM } from '@desk/platform/security';

import { BackendModule } from '../backend.module';
import { CATEGORIES, DEMO_LOGINS, planTickets, POLICIES, RULES, TAGS } from './content';
import { DemoClock } from './demo-clock';
import { DEMO_PASSWORD, type DemoPeople, loadPeople } from './load-people';
import { stepsOf } from './replay-ticket';

/** The demo is asked for in somebody's own database. */
export class NotADemo extends Error {}

const DAY_MS = 24 * 3600 * 1000;

/** What happened longer ago is not news: no notice and no mail goes out for it. */
const NEWS_MS = DAY_MS / 2;

/**
 * Fills an empty, migrated database with the demo workspace by doing its 90 days again through the real actions, on a
 * clock of its own. It is one transaction, so a load that is killed leaves nothing and the next start begins anew.
 * Rules come last, and people are told of the last hours only. A demo workspace that is there already is left alone.
 * @param say hears that a load begins, which takes some seconds.
 * @returns lines for whoever started the demo.
 * @throws NotADemo
 */
export async function loadDemo(
  config: Config,
  now: Date,
  say: (line: string) => void = () => undefined,
): Promise<string[]> {
  const clock = new DemoClock();
  const app = await NestFactory.createApplicationContext(BackendModule.forRoles(config, [], clock), {
    logger: false,
  });
  try {
    if (await isEmpty(app)) {
      say('Loading the demo workspace …');
      await app.get(UnitOfWork).run(() => load(app, clock, now));
    } else await requireDemo(app);
  } finally {
    await app.close();
  }
  const logins = Object.entries(DEMO_LOGINS).map(([role, email]) => `  ${role.padEnd(11)}${email}`);
  return ['Sign in with one of these, password ' + DEMO_PASSWORD, ...logins];
}

async function isEmpty(app: INestApplicationContext): Promise<boolean> {
  return (await app.get(Database).rows('SELECT id FROM jrd_users LIMIT 1')).length === 0;
}

async function requireDemo(app: INestApplicationContext): Promise<void> {
  const found = await app
    .get(Database)
    .rows('SELECT id FROM jrd_users WHERE email = ?', [DEMO_LOGINS.superadmin]);
  if (found.length === 0) {
    throw new NotADemo('This database belongs to other people; the demo workspace goes into an empty one');
  }
}

async function load(app: INestApplicationContext, clock: DemoClock, now: Date): Promise<void> {
  clock.moveTo(new Date(now.getTime() - 91 * DAY_MS));
  const people = await loadPeople(app);
  const createPolicy = app.get(CreatePolicy, { strict: false });
  for (const policy of POLICIES) await createPolicy.run(SYSTEM, policy);
  for (const tag of TAGS) await app.get(CreateTag, { strict: false }).run(SYSTEM, tag);
  const categories = await loadCategories(app);
  await replay(app, clock, people, categories, now);
  await loadRules(app, people);
  // So that agents find something in their inbox; a minute later the desk would do it by itself.
  await app.get(RunIdleRules, { strict: false }).run(SYSTEM);
  const news = toColumn(new Date(now.getTime() - NEWS_MS));
  await app.get(Database).write().query('DELETE FROM outbox WHERE created_at < ?', [news]);
}

async function loadCategories(app: INestApplicationContext): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { key, ...category } of CATEGORIES) {
    ids.set(key, (await app.get(CreateCategory, { strict: false }).run(SYSTEM, category)).id);
  }
  return ids;
}

/** In order of time over all tickets; deadlines that passed meanwhile are noticed when each step is reached. */
async function replay(
  app: INestApplicationContext,
  clock: DemoClock,
  people: DemoPeople,
  categories: Map<string, number>,
  now: Date,
): Promise<void> {
  const checkBreaches = app.get(CheckBreaches, { strict: false });
  const steps = planTickets(now)
    .flatMap((plan) => stepsOf(app, plan, people, categories.get(plan.category) ?? 0))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  let day = '';
  for (const step of steps) {
    clock.moveTo(step.at);
    const today = step.at.toISOString().slice(0, 10);
    if (today !== day) await checkBreaches.run(SYSTEM);
    day = today;
    await step.run();
    await app.get(UnitOfWork).settle();
  }
  clock.moveTo(now);
  await checkBreaches.run(SYSTEM);
}

async function loadRules(app: INestApplicationContext, people: DemoPeople): Promise<void> {
  const createRule = app.get(CreateRule, { strict: false });
  for (const { action_params, ...rule } of RULES) {
    const { agent_key, ...params } = action_params;
    const agent: Record<string, string> =
      agent_key === undefined ? {} : { agent_id: people.actor(agent_key).id };
    await createRule.run(people.actor('admin'), { ...rule, action_params: { ...params, ...agent } });
  }
}
