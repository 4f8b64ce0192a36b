import type { TicketStatus } from '@desk/contracts';
import { NOTES, PHRASES } from '../phrases';
import { POLICIES } from '../policies';
import { agent, customer, note, p } from '../text';
import type { ScriptedMessage, Seed } from '../types';
import type { Random } from './random';

/** Share of answers that come after the policy's hours. */
const LATE_FIRST_ANSWER = 0.06;
const LATE_SOLUTION = 0.12;

export function seedScript(seed: Seed, outcome: TicketStatus, random: Random): ScriptedMessage[] {
  const words = PHRASES[seed.language];
  const greeting = random.pick(words.greetings);
  const closing = random.pick(words.closings);
  const { first, solution } = pace(seed, random);
  const letter = (body: string): string => p(greeting, body, closing);
  const holding = (after: number, turn: number): ScriptedMessage =>
    agent(after, turn === 0 ? letter(words.holding[0] ?? '') : p(words.holding[1] ?? '', closing));
  const chase = customer(random.between(20, 34), random.pick(words.chases));
  const remark = note(first * random.between(0.2, 0.8), random.pick(NOTES[seed.category]));

  switch (outcome) {
    case 'open':
      return random.weighted<ScriptedMessage[]>([
        [[], 40],
        [[remark], 8],
        [[holding(first, 0), chase], 52],
      ]);
    case 'in_progress':
      return random.weighted<ScriptedMessage[]>([
        [[], 6],
        [[remark], 10],
        [[holding(first, 0)], 34],
        [[holding(first, 0), note(1.5, random.pick(NOTES[seed.category]))], 20],
        [[holding(first, 0), chase, holding(random.between(1, 6), 1)], 20],
      ]);
    case 'pending': {
      const ask = agent(first, letter(seed.ask), { status: 'pending' });
      return random.chance(0.7) ? [ask] : [remark, ask];
    }
    case 'resolved':
    case 'closed': {
      const thanks = random.chance(0.5) ? [customer(random.between(2, 26), random.pick(words.thanks))] : [];
      if (random.chance(0.4)) return [agent(first, letter(seed.answer)), ...thanks];
      return [holding(first, 0), agent(solution, p(seed.answer, closing)), ...thanks];
    }
  }
}

/** Hours to the first answer and from there to the solution, measured against the policy of the priority. */
function pace(seed: Seed, random: Random): { first: number; solution: number } {
  const policy = POLICIES.find(({ priority }) => priority === seed.priority);
  const response = policy?.response_time_hours ?? 12;
  const resolution = policy?.resolution_time_hours ?? 168;
  const first = random.chance(LATE_FIRST_ANSWER) ? random.between(1.1, 2.4) : random.between(0.05, 0.6);
  const solution = random.chance(LATE_SOLUTION) ? random.between(1.05, 1.6) : random.between(0.04, 0.4);
  return { first: first * response, solution: solution * resolution };
}
