import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { LoadFrame } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ActivityLine } from './activity-line';
import { TicketStore } from './ticket-store';

/** The whole trail of a ticket, latest first. */
@Component({
  selector: 'desk-activity-list',
  imports: [ActivityLine, LoadFrame, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2>{{ 'ticket.page.activity' | transloco }}</h2>
    <desk-load-frame [source]="store.conversation" skeleton="text">
      <ol>
        @for (activity of latestFirst(); track activity.id) {
          <li><desk-activity-line [activity]="activity" /></li>
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
  `,
})
export class ActivityList {
  protected readonly store = inject(TicketStore);
  protected readonly latestFirst = computed(() =>
    [...(this.store.conversation.value()?.activities ?? [])].reverse(),
  );
}
