import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { type Role } from '@desk/contracts';
import { NewPasswordField } from '@desk/web/accounts';
import { timeZones } from '@desk/web/core';
import { FieldError, PromptSelect } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type PersonForm } from './person-form';

/** What an administrator fills in about somebody, new or known. */
@Component({
  selector: 'desk-person-fields',
  imports: [
    FieldError,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatOption,
    MatSelect,
    NewPasswordField,
    PromptSelect,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-form' },
  templateUrl: './person-fields.html',
})
export class PersonFields {
  readonly form = input.required<PersonForm>();
  readonly roles = input.required<readonly Role[]>();
  /** Key of the strings. */
  readonly roleHint = input<string>();

  protected readonly zones = computed(() => timeZones(this.form().controls.timezone_pref.value));
}
