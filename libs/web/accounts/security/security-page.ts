import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Session } from '@desk/web/core';
import { PageHeader } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ApiTokensCard } from './api-tokens-card';
import { ChangePasswordCard } from './change-password-card';
import { FactorPolicyCard } from './factor-policy-card';
import { SecondFactorCard } from './second-factor-card';
import { SecondFactorStore } from './second-factor-store';
import { SessionsCard } from './sessions-card';

/** How one signs in, where one is signed in, and what may act in one's name. */
@Component({
  selector: 'desk-security-page',
  imports: [
    ApiTokensCard,
    ChangePasswordCard,
    FactorPolicyCard,
    MatIcon,
    PageHeader,
    SecondFactorCard,
    SessionsCard,
    TranslocoPipe,
  ],
  providers: [SecondFactorStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  template: `
    <desk-page-header
      [heading]="'accounts.security.title' | transloco"
      [subtitle]="'accounts.security.subtitle' | transloco"
    />
    @if (owesFactor()) {
      <p class="must"><mat-icon svgIcon="info" />{{ 'accounts.security.mustSetUp' | transloco }}</p>
    }
    @if (isStaff()) {
      <desk-second-factor-card />
    }
    @if (isOpen()) {
      <desk-change-password-card />
      <desk-sessions-card />
      <desk-api-tokens-card />
      @if (isSuperadmin()) {
        <desk-factor-policy-card />
      }
    }
  `,
  styles: `
    .must {
      display: flex;
      gap: 8px;
      padding: 12px 16px;
      border-radius: var(--desk-radius);
      background: var(--desk-warning-soft);
      color: var(--desk-warning);
    }
  `,
})
export class SecurityPage {
  private readonly session = inject(Session);
  private readonly factor = inject(SecondFactorStore);

  protected readonly isStaff = this.session.isStaff;
  protected readonly isSuperadmin = computed(() => this.session.user()?.role === 'superadmin');
  protected readonly owesFactor = computed(() => {
    const state = this.factor.state.value();
    return state?.required === true && !state.enabled;
  });
  /** The rest is shut to who owes a second factor, so it is not asked for before that is known. */
  protected readonly isOpen = computed(
    () => !this.isStaff() || (!this.owesFactor() && this.factor.state.value() !== undefined),
  );
}
