import { ticketOf } from '@desk/web/testing';
import { promiseOf } from './promise-of';

const PROMISED = {
  sla_response_deadline: '2026-03-02T10:00:00.000Z',
  sla_resolution_deadline: '2026-03-03T10:00:00.000Z',
};
const AT = '2026-03-02T09:30:00.000Z';

it('is the first answer, then the solution', () => {
  expect(promiseOf(ticketOf(1, PROMISED))).toEqual({ due: PROMISED.sla_response_deadline, met: null });
  const answered = ticketOf(1, { ...PROMISED, first_response_at: AT });
  expect(promiseOf(answered)).toEqual({ due: PROMISED.sla_resolution_deadline, met: null });
});

it('is no answer any more once the ticket is closed without one', () => {
  const closed = ticketOf(1, { ...PROMISED, status: 'closed', resolved_at: AT });
  expect(promiseOf(closed)).toEqual({ due: PROMISED.sla_resolution_deadline, met: AT });
});
