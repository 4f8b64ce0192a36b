import { inject } from '@angular/core';
import { NonNullableFormBuilder, Validators } from '@angular/forms';
import { type Role } from '@desk/contracts';
import { MIN_PASSWORD_LENGTH } from '@desk/web/accounts';
import { type UpdateUserBody, type UserView } from '@desk/web/api-client';
import { notBlank } from '@desk/web/ui';

/**
 * The names are those of the body, so that what the server says of a field stands beside it; what this person may not
 * set is disabled, and not sent. Call in an injection context.
 */
export function createPersonForm() {
  const fields = inject(NonNullableFormBuilder);
  return fields.group({
    first_name: ['', [notBlank, Validators.maxLength(150)]],
    last_name: ['', [notBlank, Validators.maxLength(150)]],
    email: ['', [Validators.required, Validators.email, Validators.maxLength(254)]],
    role: fields.control<Role>('customer'),
    password: ['', [Validators.required, Validators.minLength(MIN_PASSWORD_LENGTH)]],
    job_title: ['', Validators.maxLength(100)],
    department: ['', Validators.maxLength(100)],
    phone: ['', Validators.maxLength(20)],
    timezone_pref: ['', Validators.required],
    address: ['', Validators.maxLength(2000)],
  });
}

export type PersonForm = ReturnType<typeof createPersonForm>;

/** What is to be another: what somebody else has changed meanwhile stays as they left it. */
export function changesOf(form: PersonForm, person: UserView): UpdateUserBody {
  const known: Record<string, unknown> = { ...person };
  return Object.fromEntries(Object.entries(form.value).filter(([name, value]) => value !== known[name]));
}
