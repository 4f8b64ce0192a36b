import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type ActivityType } from '@desk/contracts';
import { Formats } from '@desk/web/core';
import { LoadFrame, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { TicketStore } from './ticket-store';

const STATUS_MOVES: readonly ActivityType[] = ['status_changed', 'resolved', 'closed', 'reopened'];

/** The trail of a ticket, latest first. */
@Component({
  selector: 'desk-activity-list',
  imports: [LoadFrame, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'ticket.page.activity' | transloco }}</h2>
    <desk-load-frame [source]="store.activities" skeleton="text">
      <ol>
        @for (activity of latestFirst(); track activity.id) {
          <li>
            <strong>{{ activity.actor_name }}</strong>
            {{ 'ticket.page.activityOf.' + activity.activity_type | transloco }}
            @if (activity.activity_type !== 'commented' && (activity.old_value || activity.new_value)) {
              <span class="values">{{ activity.before }} → {{ activity.after }}</span>
            }
            <desk-time class="desk-muted" [value]="activity.created_at" />
          </li>
        }
      </ol>
    </desk-load-frame>
  `,
  styles: `
    :host {
      display: block;
    }

    ol {
      display: flex;
      flex-direction: column;
      gap: 12px;
      margin-top: 12px;
      padding: 0;
      list-style: none;
    }

    .values,
    desk-time {
      display: block;
      overflow-wrap: anywhere;
      font-size: var(--desk-text-small);
    }
  `,
})
export class ActivityList {
  private readonly transloco = inject(TranslocoService);
  private readonly formats = inject(Formats);
  protected readonly store = inject(TicketStore);
  protected readonly latestFirst = computed(() =>
    (this.store.activities.value() ?? [])
      .map((activity) => ({
        ...activity,
        before: this.words(activity.activity_type, activity.old_value),
        after: this.words(activity.activity_type, activity.new_value),
      }))
      .reverse(),
  );

  /** The trail holds raw values, as the database does; people, categories and tags are there by name. */
  private words(type: ActivityType, value: string): string {
    if (value === '') return '–';
    if (STATUS_MOVES.includes(type)) return this.transloco.translate(`ui.status.${value}`);
    if (type === 'priority_changed') return this.transloco.translate(`ui.priority.${value}`);
    return type === 'due_date_set' ? this.formats.dateAndTime(value) : value;
  }
}
