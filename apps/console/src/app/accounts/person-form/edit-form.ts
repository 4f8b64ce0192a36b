import { ChangeDetectionStrategy, Component, DestroyRef, type OnInit, inject, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ROLES, roleMay } from '@desk/contracts';
import { type UserView } from '@desk/web/api-client';
import { Drafts, Session, isolated } from '@desk/web/core';
import { Busy, FocusInvalid, FormProblem, Notices, PageHeader, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { EditPersonStore } from './edit-person-store';
import { PersonFields } from './person-fields';
import { changesOf, createPersonForm } from './person-form';

@Component({
  selector: 'desk-edit-form',
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
  template: `
    <desk-page-header
      [back]="'/accounts/users/' + person().id"
      [heading]="person().full_name"
      [subtitle]="'people.form.edit' | transloco"
    />
    <form class="desk-card desk-form" deskFocusInvalid [formGroup]="form" (ngSubmit)="save()" novalidate>
      <desk-person-fields
        [form]="form"
        [roles]="roles"
        [roleHint]="mayChangeRole ? 'people.form.roleEnds' : 'people.form.roleFixed'"
      />
      <desk-form-problem [problem]="submission.problem()" />
      <div class="desk-form-actions">
        <button matButton="filled" type="submit" [deskBusy]="submission.isBusy()">
          {{ 'people.form.save' | transloco }}
        </button>
        <a matButton [routerLink]="['/accounts/users', person().id]" (click)="discard()">
          {{ 'people.form.discard' | transloco }}
        </a>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 24px;
    }
  `,
})
export class EditForm implements OnInit {
  private readonly owner = inject(DestroyRef);
  private readonly store = inject(EditPersonStore);
  private readonly drafts = inject(Drafts);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly role = inject(Session).user()?.role;

  readonly person = input.required<UserView>();

  protected readonly form = createPersonForm();
  protected readonly submission = new Submission(this.form);
  protected readonly roles = ROLES;
  protected readonly mayChangeRole = this.role !== undefined && roleMay(this.role, 'users.changeRole');

  ngOnInit(): void {
    this.form.controls.password.disable();
    if (!this.mayChangeRole) this.form.controls.role.disable();
    this.form.patchValue(this.person());
    this.drafts.keep(this.draft(), this.form, this.owner);
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.store.save(this.person().id, changesOf(this.form, this.person()));
      this.drafts.clear(this.draft());
      const name = isolated(this.person().full_name);
      this.notices.done(this.transloco.translate('people.form.saved', { name }));
      await this.router.navigate(['/accounts/users', this.person().id], { replaceUrl: true });
    });
  }

  /** What was typed is given up; the way back keeps it for another time. */
  protected discard(): void {
    this.drafts.clear(this.draft());
  }

  private draft(): string {
    return `person/${this.person().id}/edit`;
  }
}
