import { Injectable } from '@nestjs/common';

import type { ActivityTopic } from '@desk/contracts';
import { PeopleQueries } from '@desk/domains/accounts';

import { Change, TicketChanges } from '../model/events';
import { movesTo } from '../model/ticket-status';
import { NewActivity } from '../store/activities';
import { Labels } from '../store/labels';

/** Changes in the words of the trail: raw values, people and categories by name. */
@Injectable()
export class DescribeChanges {
  constructor(
    private readonly people: PeopleQueries,
    private readonly labels: Labels,
  ) {}

  async run(changes: TicketChanges): Promise<NewActivity[]> {
    const lines: NewActivity[] = [];
    if (changes.title) {
      lines.push(update('title', 'Title changed', changes.title.before, changes.title.after));
    }
    if (changes.description) lines.push(update('description', 'Description changed', '', ''));
    if (changes.status) {
      const { before, after } = changes.status;
      lines.push(line(movesTo(before, after), statusWords(changes.status), before, after));
    }
    if (changes.priority) {
      lines.push(
        line('priority_changed', 'Priority changed', changes.priority.before, changes.priority.after),
      );
    }
    if (changes.category_id) lines.push(await this.category(changes.category_id));
    if (changes.assigned_agent_id) lines.push(await this.assignment(changes.assigned_agent_id));
    if (changes.due_date) {
      lines.push(line('due_date_set', 'Due date set', changes.due_date.before, changes.due_date.after));
    }
    for (const tag of changes.tags?.added ?? []) lines.push(line('tag_added', 'Tag added', '', tag));
    for (const tag of changes.tags?.removed ?? []) lines.push(update('tags', 'Tag removed', tag, ''));
    return lines;
  }

  private async category(change: Change<number | null>): Promise<NewActivity> {
    const name = async (id: number | null) =>
      id === null ? '' : ((await this.labels.category(id))?.name ?? '');
    return line('category_changed', 'Category changed', await name(change.before), await name(change.after));
  }

  private async assignment(change: Change<string | null>): Promise<NewActivity> {
    const ids = [change.before, change.after].filter((id) => id !== null);
    const briefs = await this.people.briefs(ids);
    const name = (id: string | null) => (id === null ? '' : (briefs.get(id)?.full_name ?? ''));
    return line(
      'assigned',
      change.after === null ? 'Unassigned' : 'Assigned',
      name(change.before),
      name(change.after),
    );
  }
}

function line(
  type: NewActivity['type'],
  description: string,
  oldValue: string | null,
  newValue: string | null,
): NewActivity {
  return { type, description, oldValue, newValue, isPublic: true };
}

function update(about: ActivityTopic, description: string, oldValue: string, newValue: string): NewActivity {
  return { ...line('updated', description, oldValue, newValue), about };
}

function statusWords({ before, after }: NonNullable<TicketChanges['status']>): string {
  if (after === 'closed' && before !== 'resolved') return 'Closed without resolving';
  return { resolved: 'Resolved', closed: 'Closed', reopened: 'Reopened', status_changed: 'Status changed' }[
    movesTo(before, after)
  ];
}
