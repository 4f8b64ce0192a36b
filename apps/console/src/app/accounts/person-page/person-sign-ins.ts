import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LoginAuditView } from '@desk/web/api-client';
import { type Loadable } from '@desk/web/core';
import { LoadFrame, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { AttemptChip } from '../shared/attempt-chip';

/** Their latest attempts to sign in. */
@Component({
  selector: 'desk-person-sign-ins',
  imports: [AttemptChip, LoadFrame, RouterLink, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'people.page.signIns' | transloco }}</h2>
    <desk-load-frame [source]="source()" [count]="3">
      <ul>
        @for (attempt of source().value()?.results; track attempt.id) {
          <li>
            <span class="more">
              <desk-attempt-chip [status]="attempt.status" />
              <span>{{ attempt.ip_address }}</span>
              <desk-time class="desk-muted" [value]="attempt.timestamp" />
            </span>
            <span class="desk-muted agent" dir="auto" [title]="attempt.user_agent">{{
              attempt.user_agent
            }}</span>
          </li>
        } @empty {
          <li class="desk-muted">{{ 'people.page.noSignIns' | transloco }}</li>
        }
      </ul>
      <a class="all" routerLink="/accounts/audit-logs" [queryParams]="{ search: email() }">
        {{ 'people.page.allSignIns' | transloco }}
      </a>
    </desk-load-frame>
  `,
  styleUrl: './card.scss',
  styles: `
    .agent {
      overflow: hidden;
      font-size: var(--desk-text-small);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class PersonSignIns {
  readonly email = input.required<string>();
  readonly source = input.required<Loadable<{ results: LoginAuditView[] }>>();
}
