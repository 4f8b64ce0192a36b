import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { type OnInit } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Api, checkEmailChange, confirmEmail, confirmEmailChange, getMe } from '@desk/web/api-client';
import { Problem, Session } from '@desk/web/core';
import { Busy, ErrorState, Skeleton } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { isDeadLink } from './dead-link';
import { LinkState } from './link-state';
import { OneTimeToken } from './one-time-token';

type State = 'waiting' | 'asking' | 'done' | 'dead' | 'taken' | 'failed';

/**
 * Where the link of a mail leads that proves an address: the one of the account, or the one that it moves to. It says
 * which, and waits for a yes: who was lured here by somebody else's link is not to be moved unseen.
 */
@Component({
  selector: 'desk-confirm-email',
  imports: [Busy, ErrorState, LinkState, MatButton, RouterLink, Skeleton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @switch (state()) {
      @case ('waiting') {
        <desk-skeleton kind="text" [count]="2" />
      }
      @case ('failed') {
        @if (problem(); as thrown) {
          <desk-error-state [problem]="thrown" (retry)="check()" />
        }
      }
      @case ('asking') {
        <desk-link-state
          icon="mail"
          [text]="'accounts.recovery.' + kind() + 'Ask' | transloco: { email: address() }"
        >
          <button matButton="filled" type="button" [deskBusy]="isBusy()" (click)="confirm()">
            {{ 'accounts.recovery.' + kind() + 'Confirm' | transloco }}
          </button>
        </desk-link-state>
      }
      @case ('done') {
        <desk-link-state
          icon="check_circle"
          [text]="'accounts.recovery.' + kind() + 'Done' | transloco: { email: session.user()?.email }"
        >
          <a matButton="filled" routerLink="/">{{ 'accounts.recovery.goOn' | transloco }}</a>
        </desk-link-state>
      }
      @case ('taken') {
        <desk-link-state icon="error" [text]="'accounts.recovery.changeTaken' | transloco">
          <a matButton="outlined" routerLink="/accounts/profile">{{
            'accounts.profile.title' | transloco
          }}</a>
        </desk-link-state>
      }
      @default {
        <desk-link-state icon="warning" [text]="'accounts.recovery.' + kind() + 'Dead' | transloco">
          <a matButton="outlined" routerLink="/accounts/profile">{{
            'accounts.profile.title' | transloco
          }}</a>
        </desk-link-state>
      }
    }
  `,
})
export class ConfirmEmail implements OnInit {
  private readonly api = inject(Api);
  private readonly token = inject(OneTimeToken);
  protected readonly session = inject(Session);

  readonly kind = input.required<'verify' | 'change'>();
  protected readonly state = signal<State>('waiting');
  protected readonly address = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  ngOnInit(): void {
    void this.check();
  }

  protected async check(): Promise<void> {
    const token = this.token.get();
    this.state.set(token === null ? 'dead' : 'waiting');
    if (token === null) return;
    try {
      this.address.set(await this.addressOf(token));
      this.state.set('asking');
    } catch (thrown) {
      this.refuse(thrown);
    }
  }

  protected async confirm(): Promise<void> {
    const token = this.token.get();
    if (token === null || this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const operation = this.kind() === 'verify' ? confirmEmail : confirmEmailChange;
      await this.api.invoke(operation, { body: { token } });
      this.token.forget();
      const { email, is_email_verified } = await this.api.invoke(getMe);
      this.session.changeUser({ email, is_email_verified });
      this.state.set('done');
    } catch (thrown) {
      this.refuse(thrown);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async addressOf(token: string): Promise<string> {
    if (this.kind() === 'verify') return this.session.user()?.email ?? '';
    return (await this.api.invoke(checkEmailChange, { body: { token } })).email;
  }

  private refuse(thrown: unknown): void {
    const problem = Problem.from(thrown);
    const isTaken = problem.status === 409;
    if (isTaken || isDeadLink(thrown)) this.token.forget();
    this.problem.set(problem);
    this.state.set(isTaken ? 'taken' : isDeadLink(thrown) ? 'dead' : 'failed');
  }
}
