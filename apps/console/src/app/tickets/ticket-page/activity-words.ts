import { Injectable, inject } from '@angular/core';
import { type ActivityTopic, PRIORITIES, type Priority } from '@desk/contracts';
import { type ActivityView } from '@desk/web/api-client';
import { Formats, ISOLATES, isolated } from '@desk/web/core';
import { TranslocoService } from '@jsverse/transloco';

/** A stretch of a sentence; names and values stand out and keep their own direction of writing. */
export interface Stretch {
  text: string;
  isValue: boolean;
}

/** What happened, as a sentence: the trail holds raw values, as the database does; people and categories by name. */
@Injectable({ providedIn: 'root' })
export class ActivityWords {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);

  sentence(activity: ActivityView): Stretch[] {
    const values = {
      actor: this.actor(activity),
      before: this.value(activity, activity.old_value),
      after: this.value(activity, activity.new_value),
      reason: activity.reason,
    };
    const apart = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));
    const text = this.transloco.translate('ticket.activity.' + sentenceOf(activity), apart);
    return text
      .split(ISOLATES)
      .map((stretch, position) => ({ text: stretch, isValue: position % 2 === 1 }))
      .filter((stretch) => stretch.text !== '');
  }

  private actor({ actor, actor_name }: ActivityView): string {
    if (actor) return actor.name;
    return actor_name === 'system'
      ? this.transloco.translate('ticket.activity.desk')
      : this.transloco.translate('ticket.activity.rule', { name: actor_name });
  }

  private value({ activity_type }: ActivityView, value: string): string {
    if (value === '') return '';
    if (activity_type === 'status_changed') return this.transloco.translate(`ui.status.${value}`);
    if (activity_type === 'priority_changed') return this.transloco.translate(`ui.priority.${value}`);
    const isInstant =
      (activity_type === 'due_date_set' || activity_type === 'sla_breached') && !isNaN(Date.parse(value));
    return isInstant ? this.formats.dateAndTime(value) : value;
  }
}

/** The key of the sentence; the same kind of activity reads differently when something was given, moved or taken away. */
function sentenceOf(activity: ActivityView): string {
  const { activity_type, actor, old_value, new_value } = activity;
  const move = old_value === '' ? 'set' : new_value === '' ? 'removed' : 'moved';
  switch (activity_type) {
    case 'assigned': {
      const isOwn = actor !== null && actor.name === new_value;
      return isOwn ? (old_value === '' ? 'taken' : 'takenFrom') : `assigned.${move}`;
    }
    case 'category_changed':
      return `category.${move}`;
    case 'due_date_set':
      return `due.${move}`;
    case 'closed':
      return old_value === 'resolved' ? 'closed' : 'closedUnsolved';
    case 'commented':
      return new_value === 'internal_note' ? 'noted' : 'replied';
    case 'escalated':
      return activity.reason === '' ? 'escalated' : 'escalatedWhy';
    case 'priority_changed':
      return rank(new_value) > rank(old_value) ? 'priorityRaised' : 'priorityLowered';
    case 'sla_breached':
      return new_value === 'response' ? 'breachedResponse' : 'breachedResolution';
    case 'updated':
      return activity.about === null ? 'updated' : UPDATES[activity.about];
    default:
      return activity_type;
  }
}

/** `updated` is one kind for several changes. */
const UPDATES: Record<ActivityTopic, string> = {
  title: 'renamed',
  description: 'described',
  tags: 'tagRemoved',
  rating: 'rated',
  follow_up: 'followedUp',
  deletion: 'deleted',
};

function rank(priority: string): number {
  return PRIORITIES.indexOf(priority as Priority);
}
