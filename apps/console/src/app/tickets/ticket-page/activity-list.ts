import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Busy, Skeleton } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ActivityLine } from './activity-line';
import { TicketStore } from './ticket-store';

/** The whole trail of a ticket, latest first. Why it could not be loaded is said beside it, in the conversation. */
@Component({
  selector: 'desk-activity-list',
  imports: [ActivityLine, Busy, MatButton, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'ticket.page.activity' | transloco }}</h2>
    @if (store.conversation.isLoading()) {
      <desk-skeleton kind="text" />
    } @else {
      <ol>
        @for (activity of latestFirst(); track activity.id) {
          <li><desk-activity-line [activity]="activity" /></li>
        }
      </ol>
      @if (store.conversation.value()?.activities?.earlier) {
        <button
          matButton
          type="button"
          [deskBusy]="store.isGoingBack()"
          (click)="store.showEarlierActivities()"
        >
          {{ 'ticket.page.earlierEvents' | transloco }}
        </button>
      }
    }
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
  `,
})
export class ActivityList {
  protected readonly store = inject(TicketStore);
  protected readonly latestFirst = computed(() =>
    [...(this.store.conversation.value()?.activities.rows ?? [])].reverse(),
  );
}
