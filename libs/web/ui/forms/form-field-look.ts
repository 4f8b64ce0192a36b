import { type Provider } from '@angular/core';
import {
  MAT_FORM_FIELD_DEFAULT_OPTIONS,
  type MatFormFieldDefaultOptions,
} from '@angular/material/form-field';

/**
 * How Material's fields look with us. In the providers of the shells, so that the first load does not carry form fields;
 * a dialog with a form, which lives outside the shell, lists it itself.
 */
export const FORM_FIELD_LOOK: Provider = {
  provide: MAT_FORM_FIELD_DEFAULT_OPTIONS,
  useValue: { appearance: 'outline', subscriptSizing: 'dynamic' } satisfies MatFormFieldDefaultOptions,
};
