import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ProviderButtons, ProviderProblem, SignInForm } from '@desk/web/accounts';
import { Session, localPath } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-sign-in',
  imports: [ProviderButtons, ProviderProblem, RouterLink, SignInForm, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="desk-card">
      <div class="words">
        <h1>{{ 'signIn.heading' | transloco }}</h1>
        <p>{{ 'signIn.text' | transloco }}</p>
      </div>
      <desk-provider-problem [problem]="problem()" />
      <desk-sign-in-form />
      <desk-provider-buttons [next]="next()" />
      <a class="forgot" routerLink="/accounts/forgot-password">{{
        'accounts.recovery.forgot' | transloco
      }}</a>
    </section>
    <p class="aside">
      {{ 'signIn.new' | transloco }}
      <a routerLink="/accounts/register" [queryParams]="{ next: next() }">{{
        'signIn.register' | transloco
      }}</a>
    </p>
  `,
  styleUrl: './door.scss',
})
export class SignIn {
  /** Query parameter: where the person wanted to go. */
  readonly next = input<string>();
  /** Query parameter: why a provider did not bring them in. */
  readonly problem = input<string>();

  constructor() {
    const router = inject(Router);
    const session = inject(Session);
    // A sign-in in another tab counts as well.
    effect(() => {
      if (session.isSignedIn()) void router.navigateByUrl(localPath(this.next() ?? null));
    });
  }
}
