import { ChangeDetectionStrategy, Component, computed, type OnInit, inject, input } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { type UserView } from '@desk/web/api-client';
import { Session, timeZones } from '@desk/web/core';
import { Busy, FieldError, FormProblem, Notices, Submission } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ProfileStore } from './profile-store';

@Component({
  selector: 'desk-profile-form',
  imports: [
    Busy,
    FieldError,
    FormProblem,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatOption,
    MatSelect,
    MatSlideToggle,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './profile-form.html',
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-bottom: 16px;
    }

    .choice {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
    }
  `,
})
export class ProfileForm implements OnInit {
  private readonly store = inject(ProfileStore);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly profile = input.required<UserView>();

  /** The portal has no shortcuts to switch off. */
  protected readonly isStaff = inject(Session).isStaff;
  protected readonly zones = computed(() => timeZones(this.profile().timezone_pref));
  protected readonly form = inject(NonNullableFormBuilder).group({
    first_name: ['', [Validators.required, Validators.maxLength(150)]],
    last_name: ['', [Validators.required, Validators.maxLength(150)]],
    phone: ['', Validators.maxLength(20)],
    department: ['', Validators.maxLength(100)],
    job_title: ['', Validators.maxLength(100)],
    timezone_pref: ['', Validators.required],
    email_notifications: [true],
    keyboard_shortcuts: [true],
  });
  protected readonly submission = new Submission(this.form);

  ngOnInit(): void {
    this.form.patchValue(this.profile());
  }

  protected save(): Promise<void> {
    return this.submission.run(async () => {
      await this.store.save(this.form.getRawValue());
      this.notices.done(this.transloco.translate('accounts.profile.saved'));
    });
  }
}
