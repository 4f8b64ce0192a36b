import { Injectable } from '@nestjs/common';

/** Tickets remembered at most; the longest unchanged go first, and their watchers read the version when they return. */
const REMEMBERED = 10_000;

/**
 * Which version of a ticket its customers were last told. It moves only with what they may see, so an internal note,
 * whatever event it comes as, pushes nothing to them.
 */
@Injectable()
export class CustomerVersions {
  private readonly versions = new Map<number, number>();

  /** A customer who begins to watch has read this version; those who watched before may still be owed it. */
  seen(ticketId: number, version: number): void {
    if (!this.versions.has(ticketId)) this.remember(ticketId, version);
  }

  /** True, once, when customers who watch have not been told of this version. Nobody watches an unknown ticket. */
  moved(ticketId: number, version: number): boolean {
    const last = this.versions.get(ticketId);
    if (last === undefined || version <= last) return false;
    this.remember(ticketId, version);
    return true;
  }

  private remember(ticketId: number, version: number): void {
    this.versions.delete(ticketId);
    this.versions.set(ticketId, version);
    const [oldest] = this.versions.keys();
    if (this.versions.size > REMEMBERED && oldest !== undefined) this.versions.delete(oldest);
  }
}
