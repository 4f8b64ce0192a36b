import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { LoadFrame, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { PersonStore } from './person-store';

/** Where somebody is signed in, and the end of it. */
@Component({
  selector: 'desk-person-sessions',
  imports: [LoadFrame, MatButton, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'people.sessions.title' | transloco }}</h2>
    <desk-load-frame [source]="store.sessions" [count]="2">
      <ul>
        @for (session of store.sessions.value()?.results; track session.id) {
          <li class="session">
            <span class="where">
              <bdi [title]="session.user_agent">{{ session.device }}</bdi>
              <span class="more">
                <span class="desk-muted">{{ session.ip_address }}</span>
                <desk-time class="desk-muted" [value]="session.last_used_at" />
              </span>
            </span>
            @if (!session.is_current) {
              <button
                matButton
                type="button"
                [attr.aria-label]="'people.sessions.endOne' | transloco: { device: session.device }"
                (click)="store.endSession(session.id)"
              >
                {{ 'people.sessions.end' | transloco }}
              </button>
            }
          </li>
        } @empty {
          <li class="desk-muted">{{ 'people.sessions.none' | transloco }}</li>
        }
      </ul>
      @if ((store.sessions.value()?.count ?? 0) > 1) {
        <button class="all" matButton="outlined" type="button" (click)="store.endSessions()">
          {{ 'people.sessions.endAll' | transloco }}
        </button>
      }
    </desk-load-frame>
  `,
  styleUrl: './card.scss',
  styles: `
    .session {
      flex-direction: row;
      align-items: center;
      gap: 16px;
    }

    .where {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class PersonSessions {
  protected readonly store = inject(PersonStore);
}
