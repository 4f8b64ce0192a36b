import { type AbstractControl, type ValidationErrors, type ValidatorFn } from '@angular/forms';

/** Required, and spaces alone do not count: a text that says something. */
export const notBlank: ValidatorFn = ({ value }: AbstractControl): ValidationErrors | null =>
  typeof value === 'string' && value.trim() !== '' ? null : { required: true };
