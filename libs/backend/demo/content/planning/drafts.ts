import type { Priority, TicketStatus } from '@desk/contracts';
import { THREADS } from '../conversations';
import { PHRASES } from '../phrases';
import { SEEDS } from '../seeds';
import { p } from '../text';
import type { CustomerPerson, Language, Seed, Thread } from '../types';
import { agentFor, customerFor, sourceFor } from './cast';
import type { Draft } from './draft';
import { at, randomFor, type Random } from './random';
import { seedScript } from './seed-script';

const SHARES: readonly (readonly [TicketStatus, number])[] = [
  ['open', 0.22],
  ['in_progress', 0.18],
  ['pending', 0.15],
  ['resolved', 0.25],
  ['closed', 0.2],
];

/** Urgent things do not lie around: how far a priority leans towards the solved side. */
const LEAN: Record<Priority, number> = { urgent: 0.55, high: 0.25, medium: 0, low: -0.1 };
const RATED_SEEDS = 0.52;

interface SeedUse {
  seed: Seed;
  customer: CustomerPerson;
  key: string;
}

/** All tickets, the same on every call. */
export function drafts(): Draft[] {
  return [...THREADS.map(fromThread), ...fromSeeds()];
}

function fromThread(thread: Thread): Draft {
  const random = randomFor(thread.key);
  const customer = customerFor(thread, random);
  const unanswered = thread.messages.every(({ from }) => from !== 'agent');
  return {
    ...thread,
    kind: 'thread',
    script: thread.messages,
    customer,
    agent: agentFor(thread, random),
    unassigned: thread.outcome === 'open' && unanswered,
    source: sourceFor(thread, customer, random),
    escalation: thread.escalation ?? 0,
    rating: thread.rating === undefined ? null : { rating: thread.rating, feedback: thread.feedback ?? '' },
  };
}

function fromSeeds(): Draft[] {
  const uses = SEEDS.flatMap((seed) => {
    const first = customerFor(seed, randomFor(`${seed.key}:first`));
    const second = customerFor(seed, randomFor(`${seed.key}:second`), first);
    return [first, second].map((customer, use) => ({ seed, customer, key: `${seed.key}-${use + 1}` }));
  });
  const ranked = uses
    .map((use) => ({ ...use, rank: randomFor(`${use.key}:rank`).next() + LEAN[use.seed.priority] }))
    .sort((one, other) => one.rank - other.rank);
  const outcomes = outcomesFor(ranked.length);
  return ranked.map((use, index) => fromSeed(use, at(outcomes, index)));
}

function fromSeed({ seed, customer, key }: SeedUse, outcome: TicketStatus): Draft {
  const random = randomFor(key);
  const script = seedScript(seed, outcome, random);
  const answered = script.some(({ from }) => from === 'agent');
  const solved = outcome === 'resolved' || outcome === 'closed';
  return {
    ...seed,
    key,
    kind: 'seed',
    description: p(seed.text),
    script,
    outcome,
    customer,
    agent: agentFor(seed, random),
    unassigned: outcome === 'open' && !answered && seed.priority !== 'urgent' && random.chance(0.75),
    source: sourceFor(seed, customer, random),
    escalation:
      seed.priority === 'high' && answered && random.chance(0.2)
        ? random.weighted([
            [1, 6],
            [2, 3],
            [3, 1],
          ])
        : 0,
    rating: solved && random.chance(RATED_SEEDS) ? ratingIn(seed.language, random) : null,
  };
}

/** What the scripted conversations leave over of each state: unsolved ones first, mixed among themselves. */
function outcomesFor(count: number): TicketStatus[] {
  const total = count + THREADS.length;
  const left = SHARES.map(([status, share]) => {
    const scripted = THREADS.filter(({ outcome }) => outcome === status).length;
    return { status, count: Math.max(0, Math.round(share * total) - scripted) };
  });
  const mixed = (wanted: readonly TicketStatus[]): TicketStatus[] =>
    left
      .filter(({ status }) => wanted.includes(status))
      .flatMap(({ status, count: size }) => Array.from({ length: size }, (_, index) => ({ status, index })))
      .map((entry) => ({ ...entry, rank: randomFor(`${entry.status}:${entry.index}`).next() }))
      .sort((one, other) => one.rank - other.rank)
      .map(({ status }) => status);
  const all = [...mixed(['open', 'in_progress', 'pending']), ...mixed(['resolved', 'closed'])];
  while (all.length < count) all.push('resolved');
  return all.slice(0, count);
}

function ratingIn(language: Language, random: Random): { rating: number; feedback: string } {
  const rating = random.weighted([
    [5, 50],
    [4, 26],
    [3, 12],
    [2, 7],
    [1, 5],
  ]);
  const words = PHRASES[language];
  const remarks = rating >= 4 ? words.praise : rating === 3 ? words.neutral : words.complaints;
  return { rating, feedback: random.chance(rating >= 4 ? 0.4 : 0.75) ? random.pick(remarks) : '' };
}
