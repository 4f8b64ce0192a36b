import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '@desk/platform/clock';
import { LinkTokens } from '@desk/platform/mail';

import { deadLink, tooManyMails } from '../model/errors';
import { ASKED_WITHIN_MS, LinkPurpose, MAILS_AN_HOUR, OneTimeLink } from '../model/one-time-link';
import { OneTimeLinks } from '../store/one-time-links';

/** What all mailed links have in common: a new one ends the older, a used one ends the rest. */
@Injectable()
export class OneTimeMail {
  constructor(
    private readonly clock: Clock,
    private readonly links: OneTimeLinks,
    private readonly tokens: LinkTokens,
  ) {}

  /** True when this person has got enough of it for the moment. */
  async isTooMany(userId: string, purpose: LinkPurpose): Promise<boolean> {
    const since = new Date(this.clock.now().getTime() - ASKED_WITHIN_MS);
    return (await this.links.countSince(userId, purpose, since)) >= MAILS_AN_HOUR;
  }

  /** @throws 429, for those who may know. */
  async requireFewer(userId: string, purpose: LinkPurpose): Promise<void> {
    if (await this.isTooMany(userId, purpose)) throw tooManyMails();
  }

  /** Within the unit of work of its cause. */
  async issue(purpose: LinkPurpose, userId: string, email: string): Promise<OneTimeLink> {
    const now = this.clock.now();
    await this.links.endAllOf(userId, purpose, now);
    const link = OneTimeLink.issue(randomUUID(), purpose, { userId, email }, now);
    await this.links.add(link);
    return link;
  }

  /** @throws 400 unless it is good for this purpose now, and this person's where one is given. */
  async open(token: string, purpose: LinkPurpose, userId?: string): Promise<OneTimeLink> {
    const id = this.tokens.idOf(token);
    const link = id === null ? null : await this.links.live(id, purpose, this.clock.now());
    if (link === null || (userId !== undefined && link.user_id !== userId)) throw deadLink();
    return link;
  }

  /** In the unit of work of what it is used for; the first statement, so that of two at once the second waits. */
  async use({ id, purpose, user_id }: OneTimeLink): Promise<void> {
    const now = this.clock.now();
    if (!(await this.links.use(id, now))) throw deadLink();
    await this.links.endAllOf(user_id, purpose, now);
  }

  async endAllOf(userId: string, purpose: LinkPurpose | 'any'): Promise<void> {
    await this.links.endAllOf(userId, purpose, this.clock.now());
  }
}
