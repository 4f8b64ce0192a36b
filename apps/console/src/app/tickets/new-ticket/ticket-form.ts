import { inject } from '@angular/core';
import {
  type AbstractControl,
  type FormControl,
  type FormGroup,
  NonNullableFormBuilder,
  type ValidationErrors,
  Validators,
} from '@angular/forms';
import { type Priority } from '@desk/contracts';
import { type CreateTicketBody } from '@desk/web/api-client';
import { notBlank } from '@desk/web/ui';
import { type Customer, isChosen } from './customer-search';

/** How the question came; `other` leaves it to the server, which sees the console. */
export const WAYS = ['phone', 'email', 'other'] as const;
export type Way = (typeof WAYS)[number];

/** The names are those of the body, so that what the server says of a field stands beside it. */
export type TicketForm = FormGroup<{
  customer: FormControl<Customer | string>;
  source: FormControl<Way>;
  title: FormControl<string>;
  description: FormControl<string>;
  category: FormControl<number | null>;
  priority: FormControl<Priority>;
  assigned_agent: FormControl<string | null>;
  tags: FormControl<string[]>;
}>;

/** Call in an injection context. */
export function createTicketForm(): TicketForm {
  const fields = inject(NonNullableFormBuilder);
  return fields.group({
    customer: fields.control<Customer | string>('', chosen),
    source: fields.control<Way>('phone'),
    title: ['', [notBlank, Validators.maxLength(300)]],
    description: ['', [notBlank, Validators.maxLength(100_000)]],
    category: fields.control<number | null>(null),
    priority: fields.control<Priority>('medium'),
    assigned_agent: fields.control<string | null>(null),
    tags: fields.control<string[]>([]),
  });
}

/** Of a valid form. */
export function toBody(form: TicketForm, upload_ids: string[]): CreateTicketBody {
  const { customer, source, ...rest } = form.getRawValue();
  return {
    ...rest,
    ...(isChosen(customer) ? { customer: customer.id } : {}),
    ...(source === 'other' ? {} : { source }),
    upload_ids,
  };
}

/** Words are not yet a person. */
function chosen({ value }: AbstractControl<Customer | string>): ValidationErrors | null {
  if (isChosen(value)) return null;
  return value.trim() === '' ? { required: true } : { unlisted: true };
}
