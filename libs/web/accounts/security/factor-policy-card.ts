import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { STAFF_ROLES } from '@desk/contracts';
import { Api, getFactorPolicy, setFactorPolicy } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';
import { Busy, FormProblem, LoadFrame, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

/** For superadmins: which roles must have a second factor. */
@Component({
  selector: 'desk-factor-policy-card',
  imports: [Busy, FormProblem, LoadFrame, MatButton, MatCheckbox, ReactiveFormsModule, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    <h2>{{ 'accounts.security.policy' | transloco }}</h2>
    <p class="desk-muted">{{ 'accounts.security.policyText' | transloco }}</p>
    <desk-load-frame [source]="policy" skeleton="text" [count]="2">
      <form class="desk-form" [formGroup]="form" (ngSubmit)="save()" novalidate>
        <div class="choices">
          <mat-checkbox formControlName="agent">{{
            'accounts.security.policyAgents' | transloco
          }}</mat-checkbox>
          <mat-checkbox formControlName="manager">{{
            'accounts.security.policyManagers' | transloco
          }}</mat-checkbox>
          <mat-checkbox formControlName="superadmin">{{
            'accounts.security.policySuperadmins' | transloco
          }}</mat-checkbox>
        </div>
        <desk-form-problem [problem]="submission.problem()" />
        <div class="desk-form-actions">
          <button matButton="outlined" type="submit" [deskBusy]="submission.isBusy()">
            {{ 'accounts.security.policySave' | transloco }}
          </button>
        </div>
      </form>
    </desk-load-frame>
  `,
  styleUrl: './security-card.scss',
})
export class FactorPolicyCard {
  private readonly api = inject(Api);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  protected readonly policy = loadable({
    params: () => 'policy',
    load: () => this.api.invoke(getFactorPolicy),
  });
  protected readonly form = inject(NonNullableFormBuilder).group({
    agent: [false],
    manager: [false],
    superadmin: [false],
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    effect(() => {
      const roles = this.policy.value()?.roles;
      if (roles === undefined) return;
      const has = (role: (typeof STAFF_ROLES)[number]) => roles.includes(role);
      this.form.setValue({ agent: has('agent'), manager: has('manager'), superadmin: has('superadmin') });
    });
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      const chosen = this.form.getRawValue();
      const roles = STAFF_ROLES.filter((role) => chosen[role]);
      const saved = await this.api.invoke(setFactorPolicy, { body: { roles } });
      this.policy.update(() => saved);
      this.notices.done(this.transloco.translate('accounts.security.policySaved'));
    });
  }
}
