import { Injectable } from '@nestjs/common';

import { isStaff, MANAGER_ROLES, STAFF_ROLES } from '@desk/contracts';

import { PersonBrief } from '../model/person-brief';
import { People } from '../store/people';

/** People for the domains above: shown beside their own rows, asked whether they may be given work. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly people: People) {}

  /** One query at most, whatever the number. An id that names nobody has no entry. */
  briefs(ids: readonly string[]): Promise<Map<string, PersonBrief>> {
    return this.people.shown(ids);
  }

  async find(id: string): Promise<PersonBrief | null> {
    return (await this.people.byIds([id]))[0] ?? null;
  }

  /** Ordered by name. */
  activeStaff(): Promise<PersonBrief[]> {
    return this.people.activeOf(STAFF_ROLES);
  }

  /** Active managers and superadmins. */
  async managerIds(): Promise<string[]> {
    return (await this.people.activeOf(MANAGER_ROLES)).map((brief) => brief.id);
  }

  async isActiveStaff(id: string): Promise<boolean> {
    const person = await this.find(id);
    return person !== null && person.is_active && isStaff(person.role);
  }

  /**
   * As `isActiveStaff`, and it stays so until this unit of work ends: for whoever hands out work by it. A leave that is
   * under way is waited for, and one that comes later finds the work.
   */
  async staysActiveStaff(id: string): Promise<boolean> {
    const person = await this.people.held(id);
    return person !== null && person.is_active && isStaff(person.role);
  }

  /** While the invitation is open. */
  isInvited(id: string): Promise<boolean> {
    return this.people.isInvited(id);
  }

  /** Their own choice; false for whoever is not active. */
  async wantsMail(id: string): Promise<boolean> {
    return this.people.wantsMail(id);
  }
}
