import { Injectable } from '@nestjs/common';

import { type TicketStatus, UNSOLVED_STATUSES } from '@desk/contracts';
import { TicketQueries } from '@desk/domains/tickets';
import { Clock } from '@desk/platform/clock';
import { UnitOfWork } from '@desk/platform/database';
import { conflict } from '@desk/platform/errors';
import { Actor, SYSTEM } from '@desk/platform/security';

import { CompiledRule } from '../model/automation-rule';
import { compare, Episode, IDLE_AFTER_MS, idleFrom, Place } from '../model/episode';
import { Episodes } from '../store/episodes';
import { RuleBook } from './rule-book';
import { RunRules } from './run-rules';

const UNSOLVED: readonly TicketStatus[] = UNSOLVED_STATUSES;

/** Episodes in one transaction: more would keep other writers waiting. */
const BATCH = 20;

/**
 * Fires `ticket_idle`: every rule once for every quiet time of an unsolved ticket, in the order in which they fell
 * idle, until none is left. A rule that is new begins with those that are idle already.
 */
@Injectable()
export class RunIdleRules {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly ruleBook: RuleBook,
    private readonly episodes: Episodes,
    private readonly tickets: TicketQueries,
    private readonly runRules: RunRules,
  ) {}

  /** @returns how many idle tickets rules were asked about. */
  async run(_actor: Actor): Promise<{ tickets: number }> {
    let tickets = 0;
    for (let more = true; more;) {
      const asked = await this.unitOfWork.run(() => this.handleBatch());
      tickets += asked;
      more = asked === BATCH;
    }
    return { tickets };
  }

  private async handleBatch(): Promise<number> {
    const rules = await this.ruleBook.rulesFor('ticket_idle');
    if (rules.length === 0) return 0;
    const until = new Date(this.clock.now().getTime() - IDLE_AFTER_MS);
    const before = await this.episodes.marks();
    const marks = new Map(before);
    let asked = 0;
    for (; asked < BATCH; asked++) {
      const episode = await this.episodes.next(hindmost(rules, marks), until);
      if (episode === null) break;
      const behind = rules.filter((rule) => isBehind(marks.get(rule.id), episode));
      await this.ask(behind, episode);
      for (const { id } of behind) marks.set(id, episode);
    }
    await this.keep(rules, before, marks);
    return asked;
  }

  /** As of the moment at which the ticket fell idle, or the rule was made if that was later. */
  private async ask(rules: readonly CompiledRule[], episode: Episode): Promise<void> {
    const { ticket_id: ticketId } = episode;
    const ticket = await this.tickets.facts(ticketId);
    if (ticket === null || !UNSOLVED.includes(ticket.status)) return this.episodes.end(ticketId);
    const changes = rules.map((rule) => rule.updatedAt.getTime());
    const at = new Date(Math.max(idleFrom(episode).getTime(), ...changes));
    const only = new Set(rules.map((rule) => rule.id));
    const trigger = { event: 'ticket_idle', ticketId, only, known: {} } as const;
    await this.clock.at(at, async () => {
      await this.runRules.run(SYSTEM, trigger);
      await this.unitOfWork.settle();
    });
  }

  private async keep(
    rules: readonly CompiledRule[],
    before: ReadonlyMap<string, Place>,
    marks: ReadonlyMap<string, Place>,
  ): Promise<void> {
    for (const { id } of rules) {
      const [from, to] = [before.get(id), marks.get(id)];
      if (to === undefined || to === from) continue;
      if (!(await this.episodes.moveMark(id, from ?? null, to))) {
        throw conflict('idle_rules_running', 'Another process is running the rules for idle tickets');
      }
    }
  }
}

/** Where the rule that has seen least stands; null when one has seen nothing. */
function hindmost(rules: readonly CompiledRule[], marks: ReadonlyMap<string, Place>): Place | null {
  const places = rules.map((rule) => marks.get(rule.id));
  return places.reduce<Place | null>((least, place) => {
    if (least === null || place === undefined) return null;
    return compare(place, least) < 0 ? place : least;
  }, places[0] ?? null);
}

function isBehind(mark: Place | undefined, episode: Episode): boolean {
  return mark === undefined || compare(mark, episode) < 0;
}
