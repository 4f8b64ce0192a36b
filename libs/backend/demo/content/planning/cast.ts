import type { TicketSource } from '@desk/contracts';
import { CUSTOMERS, STAFF } from '../people';
import type { CategoryKey, CustomerKey, CustomerPerson, Language, StaffKey, StaffMember } from '../types';
import type { Random } from './random';

const LOGIN_CUSTOMER: CustomerKey = 'customer';

interface Part {
  language: Language;
  category: CategoryKey;
  tags: readonly string[];
  customer?: CustomerKey;
  agent?: StaffKey;
  source?: TicketSource;
}

/** `except` keeps one person from writing the same ticket twice. */
export function customerFor(
  { language, customer, tags }: Part,
  random: Random,
  except?: CustomerPerson,
): CustomerPerson {
  if (customer !== undefined) return customerByKey(customer);
  const fleet = tags.includes('fleet');
  const speakers = CUSTOMERS.filter((person) => person.language === language && person !== except).filter(
    ({ company }) => !fleet || company !== '',
  );
  return random.weighted(speakers.map((person) => [person, person.key === LOGIN_CUSTOMER ? 1.6 : 1]));
}

export function agentFor({ language, category, agent }: Part, random: Random): StaffMember {
  if (agent !== undefined) return staffByKey(agent);
  const speakers = STAFF.filter(
    (person) => person.languages.includes(language) && person.role !== 'superadmin',
  );
  return random.weighted(
    speakers.map((person) => {
      const speciality = person.specialities.includes(category) ? 4 : 1;
      return [person, person.role === 'agent' ? speciality : speciality / 10];
    }),
  );
}

export function sourceFor({ source }: Part, customer: CustomerPerson, random: Random): TicketSource {
  if (source !== undefined) return source;
  return random.weighted<TicketSource>([
    ['web', 62],
    ['email', 24],
    ['phone', customer.phone === '' ? 0 : 11],
    ['api', customer.company === '' ? 0 : 14],
  ]);
}

export function staffByKey(key: StaffKey): StaffMember {
  const found = STAFF.find((person) => person.key === key);
  if (found === undefined) throw new Error(`no staff member ${key}`);
  return found;
}

function customerByKey(key: CustomerKey): CustomerPerson {
  const found = CUSTOMERS.find((person) => person.key === key);
  if (found === undefined) throw new Error(`no customer ${key}`);
  return found;
}
