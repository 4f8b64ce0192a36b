import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ProviderButtons, ProviderProblem, SignInForm } from '@desk/web/accounts';
import { Session, localPath } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance } from './entrance';

@Component({
  selector: 'desk-sign-in',
  imports: [Entrance, ProviderButtons, ProviderProblem, RouterLink, SignInForm, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <desk-entrance [heading]="'signIn.heading' | transloco" [text]="'signIn.text' | transloco">
      <desk-provider-problem [problem]="problem()" />
      <desk-sign-in-form />
      <desk-provider-buttons [next]="next()" />
      <a class="desk-entrance-link" routerLink="/accounts/forgot-password">{{
        'accounts.recovery.forgot' | transloco
      }}</a>
    </desk-entrance>
  `,
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
