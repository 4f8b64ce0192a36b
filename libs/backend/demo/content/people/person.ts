import type { CustomerKey, CustomerPerson, Language } from '../types';

type Given = 'email' | 'timezone_pref' | 'city' | 'country' | 'address';
type Details = Pick<CustomerPerson, Given> & Partial<Pick<CustomerPerson, 'phone' | 'company'>>;

export function person(
  key: CustomerKey,
  language: Language,
  first_name: string,
  last_name: string,
  details: Details,
): CustomerPerson {
  return { key, language, first_name, last_name, phone: '', company: '', ...details };
}
