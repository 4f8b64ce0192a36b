import { Pipe, type PipeTransform, inject } from '@angular/core';
import { type ValidationErrors } from '@angular/forms';
import { TranslocoService } from '@jsverse/transloco';

/** What is wrong with a field, in words: `<mat-error>{{ form.controls.email.errors | fieldError }}</mat-error>`. */
@Pipe({ name: 'fieldError' })
export class FieldError implements PipeTransform {
  private readonly transloco = inject(TranslocoService);

  transform(errors: ValidationErrors | null): string {
    const [first] = Object.entries(errors ?? {});
    if (!first) return '';
    const [code, details] = first as [string, unknown];
    if (code === 'server') return String(details);
    const values = typeof details === 'object' && details !== null ? details : {};
    return this.transloco.translate(`ui.field.${KNOWN.has(code) ? code : 'invalid'}`, values);
  }
}

const KNOWN = new Set([
  'required',
  'email',
  'minlength',
  'maxlength',
  'min',
  'max',
  'passwordsDiffer',
  'unlisted',
]);
