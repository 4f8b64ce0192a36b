import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Api, endOtherSessions, endSession, listSessions } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';
import { LoadFrame, Notices, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

const SHOWN = 100;

@Component({
  selector: 'desk-sessions-card',
  imports: [LoadFrame, MatButton, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'accounts.security.sessions' | transloco }}</h2>
    <desk-load-frame [source]="sessions" skeleton="text" [count]="3">
      @if (sessions.value(); as page) {
        <ul class="rows">
          @for (session of page.results; track session.id) {
            <li>
              <div class="what">
                <strong>{{ session.device }}</strong>
                <div class="desk-muted">
                  @if (session.is_current) {
                    <span>{{ 'accounts.security.sessionHere' | transloco }}</span>
                  } @else {
                    <span>
                      {{ 'accounts.security.sessionUsed' | transloco }}
                      <desk-time [value]="session.last_used_at" />
                    </span>
                  }
                  <span>{{ 'accounts.security.sessionFrom' | transloco: { ip: session.ip_address } }}</span>
                  @if (session.kind === 'bearer') {
                    <span>{{ 'accounts.security.sessionProgram' | transloco }}</span>
                  }
                </div>
              </div>
              @if (!session.is_current) {
                <button
                  matButton
                  type="button"
                  [attr.aria-label]="'accounts.security.sessionEndOf' | transloco: { device: session.device }"
                  (click)="end(session.id)"
                >
                  {{ 'accounts.security.sessionEnd' | transloco }}
                </button>
              }
            </li>
          }
        </ul>
        @if (page.count > page.results.length) {
          <p>
            {{ 'accounts.security.sessionsMore' | transloco: { count: page.count - page.results.length } }}
          </p>
        }
        @if (page.count > 1) {
          <div class="actions">
            <button matButton="outlined" type="button" (click)="endOthers()">
              {{ 'accounts.security.sessionsEnd' | transloco }}
            </button>
          </div>
        }
      }
    </desk-load-frame>
  `,
  styleUrl: './security-card.scss',
})
export class SessionsCard {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly sessions = loadable({
    params: () => 'mine',
    load: () => this.api.invoke(listSessions, { page_size: SHOWN }),
  });

  protected async end(id: string): Promise<void> {
    await this.act(() => this.api.invoke(endSession, { id }));
  }

  protected async endOthers(): Promise<void> {
    await this.act(async () => {
      await this.api.invoke(endOtherSessions);
      this.notices.done(this.transloco.translate('accounts.security.sessionsEnded'));
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.sessions.reload();
  }
}
