import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink, type Params } from '@angular/router';
import { type TicketView } from '@desk/web/api-client';
import { type Loadable } from '@desk/web/core';
import { LoadFrame, StatusChip, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** The latest tickets of somebody, and the way to all of them. */
@Component({
  selector: 'desk-person-tickets',
  imports: [LoadFrame, RouterLink, StatusChip, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ heading() }}</h2>
    <desk-load-frame [source]="source()" [count]="3">
      @if (source().value(); as found) {
        <ul>
          @for (ticket of found.results; track ticket.id) {
            <li>
              <a dir="auto" [routerLink]="['/tickets', ticket.ticket_id]">{{ ticket.title }}</a>
              <span class="more">
                <span class="desk-muted">{{ ticket.ticket_id }}</span>
                <desk-status-chip [status]="ticket.status" />
                <desk-time class="desk-muted" [value]="ticket.updated_at" />
              </span>
            </li>
          } @empty {
            <li class="desk-muted">{{ 'people.page.noTickets' | transloco }}</li>
          }
        </ul>
        @if (found.count > found.results.length) {
          <a class="all" routerLink="/tickets" [queryParams]="filter()">
            {{ 'people.page.allTickets' | transloco: { count: found.count } }}
          </a>
        }
      }
    </desk-load-frame>
  `,
  styleUrl: './card.scss',
})
export class PersonTickets {
  readonly heading = input.required<string>();
  readonly source = input.required<Loadable<{ count: number; results: TicketView[] }>>();
  /** What the list of tickets is to show of them. */
  readonly filter = input.required<Params>();
}
