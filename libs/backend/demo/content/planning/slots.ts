import type { CustomerPerson, Language, StaffMember } from '../types';
import type { Random } from './random';

const DAY = 86_400_000;
const MODELS = ['Sorrel S2', 'Hollin C1', 'Pirrin F1'] as const;
const FIRMWARES = ['4.1.3', '4.2.0', '4.2.1', '4.3.0'] as const;
const AMOUNTS = [19, 29.9, 49, 64.5, 89, 119, 129, 189, 249] as const;

/** Currency of a country and what one euro is worth in it, roughly. */
const CURRENCIES: Readonly<Record<string, readonly [string, number]>> = {
  GB: ['GBP', 0.9],
  US: ['USD', 1],
  CA: ['CAD', 1.5],
  AU: ['AUD', 1.6],
  SG: ['SGD', 1.5],
  IN: ['INR', 90],
  SE: ['SEK', 11],
  CH: ['CHF', 1],
  MX: ['MXN', 20],
  CL: ['CLP', 1000],
  JP: ['JPY', 160],
  BR: ['BRL', 6],
  AE: ['AED', 4],
  MA: ['MAD', 11],
};

/** What a text's slots stand for in one ticket. `{date:-3}` is three days before the day it is filled for. */
export type Slots = Readonly<Record<string, string>>;

export function slotsFor(text: string, customer: CustomerPerson, agent: StaffMember, random: Random): Slots {
  const model = MODELS.find((name) => text.includes(name)) ?? random.pick(MODELS);
  return {
    customer: customer.first_name,
    customer_last: customer.last_name,
    agent: agent.first_name,
    city: customer.city,
    model,
    serial: `${model.slice(-2)}-24-${random.whole(1000, 9899)}`,
    order: `VO-${random.whole(41_000, 68_999)}`,
    invoice: `INV-${random.whole(204_000, 389_999)}`,
    firmware: random.pick(FIRMWARES),
    km: String(random.whole(22, 48)),
    days: String(random.whole(4, 18)),
    amount: money(random.pick(AMOUNTS), customer),
  };
}

export function fill(text: string, slots: Slots, day: Date, customer: CustomerPerson): string {
  return text.replace(/\{([a-z_]+)(?::([+-]\d+))?\}/g, (whole, name: string, days: string | undefined) => {
    if (name === 'date' && days !== undefined)
      return dateText(new Date(day.getTime() + Number(days) * DAY), customer);
    return slots[name] ?? whole;
  });
}

function money(euros: number, customer: CustomerPerson): string {
  const [currency, rate] = CURRENCIES[customer.country] ?? ['EUR', 1];
  const amount = rate >= 10 ? Math.round((euros * rate) / 10) * 10 : euros;
  return new Intl.NumberFormat(locale(customer), { style: 'currency', currency }).format(amount);
}

function dateText(day: Date, customer: CustomerPerson): string {
  const form = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(customer), form).format(day);
}

function locale({ language, country }: { language: Language; country: string }): string {
  return language === 'ar' ? `ar-${country}-u-nu-latn` : `${language}-${country}`;
}
