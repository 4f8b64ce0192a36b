import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type ActivityView } from '@desk/web/api-client';
import { TranslocoPipe } from '@jsverse/transloco';
import { ActivityLine } from './activity-line';

/** What happened between two messages: a single event as it is, several behind one line that opens. */
@Component({
  selector: 'desk-event-group',
  imports: [ActivityLine, MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (events().length > 1) {
      <button type="button" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
        <mat-icon [svgIcon]="isOpen() ? 'keyboard_arrow_up' : 'keyboard_arrow_down'" />
        {{ 'ticket.page.events' | transloco: { count: events().length } }}
      </button>
    }
    @if (showsEvents()) {
      <ul>
        @for (event of events(); track event.id) {
          <li><desk-activity-line [activity]="event" /></li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding-inline-start: 44px;
    }

    button {
      display: inline-flex;
      align-items: center;
      align-self: flex-start;
      gap: 8px;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--desk-muted);
      font: inherit;
      font-size: var(--desk-text-small);
      cursor: pointer;

      &:hover {
        color: var(--desk-ink);
      }
    }

    .mat-icon.mat-icon {
      width: 16px;
      height: 16px;
    }

    @media (width < 720px) {
      :host {
        padding-inline-start: 0;
      }
    }

    ul {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding: 0;
      list-style: none;
    }
  `,
})
export class EventGroup {
  readonly events = input.required<readonly ActivityView[]>();

  protected readonly isOpen = signal(false);
  protected readonly showsEvents = computed(() => this.isOpen() || this.events().length === 1);
}
