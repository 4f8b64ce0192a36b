import { type ParamMap, type Params } from '@angular/router';
import { type MailView } from '@desk/web/api-client';
import { knownOf, pageOfAddress } from '@desk/web/core';

export const MAIL_STATES = [
  'kept',
  'queued',
  'sent',
  'failed',
] as const satisfies readonly MailView['state'][];
export type MailState = (typeof MAIL_STATES)[number];

export interface OutboxFilter {
  /** Empty: any. */
  state: MailState | '';
  page: number;
}

export function readFilter(address: ParamMap): OutboxFilter {
  return { state: knownOf(MAIL_STATES, address.get('state'))[0] ?? '', page: pageOfAddress(address) };
}

export function writeFilter({ state, page }: OutboxFilter): Params {
  return { state: state || null, page: page === 1 ? null : page };
}
