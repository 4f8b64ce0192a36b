import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ROLES } from '@desk/contracts';
import { Api, type CreateUserBody, createUser } from '@desk/web/api-client';
import { Drafts, Session, isolated } from '@desk/web/core';
import { Busy, FocusInvalid, FormProblem, Notices, PageHeader, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { PersonFields } from './person-fields';
import { createPersonForm } from './person-form';

const DRAFT = 'person/new';

/** An account for somebody, with a password that they are told. */
@Component({
  selector: 'desk-create-person',
  imports: [
    Busy,
    FocusInvalid,
    FormProblem,
    MatButton,
    PageHeader,
    PersonFields,
    ReactiveFormsModule,
    RouterLink,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  template: `
    <desk-page-header back="/accounts/users" [heading]="'people.form.create' | transloco" />
    <form class="desk-card desk-form" deskFocusInvalid [formGroup]="form" (ngSubmit)="create()" novalidate>
      <desk-person-fields [form]="form" [roles]="roles()" />
      <desk-form-problem [problem]="submission.problem()" />
      <div class="desk-form-actions">
        <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
          {{ 'people.form.createAction' | transloco }}
        </button>
        <a matButton routerLink="/accounts/users">{{ 'people.form.later' | transloco }}</a>
        @if (isBegun()) {
          <a matButton routerLink="/accounts/users" (click)="discard()">
            {{ 'people.form.discardNew' | transloco }}
          </a>
        }
      </div>
    </form>
  `,
})
export class CreatePerson {
  private readonly api = inject(Api);
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly user = inject(Session).user;

  protected readonly form = createPersonForm();
  protected readonly submission = new Submission(this.form);
  /** There is something that would come back. */
  protected readonly isBegun = signal(this.drafts.read(DRAFT) !== null);
  /** Managers make no superadmins. */
  protected readonly roles = computed(() =>
    ROLES.filter((role) => role !== 'superadmin' || this.user()?.role === 'superadmin'),
  );

  constructor() {
    // Theirs is the workspace's until they choose another.
    this.form.controls.timezone_pref.disable();
    this.form.patchValue(this.drafts.read<typeof this.form.value>(DRAFT) ?? {});
    // A password is kept nowhere.
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(({ password: _, ...rest }) => {
      this.drafts.write(DRAFT, rest);
      this.isBegun.set(true);
    });
  }

  protected discard(): void {
    this.drafts.clear(DRAFT);
  }

  protected create(): Promise<void> {
    return this.submission.run(async () => {
      // Without the zone, which is disabled; all else is there.
      const body = this.form.value as CreateUserBody;
      const person = await this.api.invoke(createUser, { body });
      this.drafts.clear(DRAFT);
      const name = isolated(person.full_name);
      this.notices.done(this.transloco.translate('people.form.created', { name }));
      await this.router.navigate(['/accounts/users', person.id], { replaceUrl: true });
    });
  }
}
