import { ChangeDetectionStrategy, Component, effect, input, signal } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FieldError } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { PasswordStrength } from './password-strength';

/** A password that is chosen, with the eye that shows it. */
@Component({
  selector: 'desk-new-password-field',
  imports: [
    FieldError,
    MatError,
    MatFormField,
    MatHint,
    MatIcon,
    MatIconButton,
    MatInput,
    MatSuffix,
    PasswordStrength,
    ReactiveFormsModule,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-field' },
  template: `
    <label [for]="inputId()">{{ label() }}</label>
    <mat-form-field>
      <input
        matInput
        autocomplete="new-password"
        [id]="inputId()"
        [formControl]="control()"
        [type]="isShown() ? 'text' : 'password'"
      />
      <button
        matIconButton
        matSuffix
        type="button"
        [attr.aria-label]="(isShown() ? 'accounts.hidePassword' : 'accounts.showPassword') | transloco"
        [attr.aria-pressed]="isShown()"
        (click)="isShown.set(!isShown())"
      >
        <mat-icon [svgIcon]="isShown() ? 'visibility_off' : 'visibility'" />
      </button>
      <mat-hint>{{ 'accounts.passwordHint' | transloco }}</mat-hint>
      <mat-error>{{ control().errors | fieldError }}</mat-error>
    </mat-form-field>
    <desk-password-strength [password]="typed()" />
  `,
})
export class NewPasswordField {
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string>>();
  protected readonly isShown = signal(false);
  protected readonly typed = signal('');

  constructor() {
    effect((onCleanup) => {
      const control = this.control();
      this.typed.set(control.value);
      const changes = control.valueChanges.subscribe((value) => this.typed.set(value));
      onCleanup(() => changes.unsubscribe());
    });
  }
}
