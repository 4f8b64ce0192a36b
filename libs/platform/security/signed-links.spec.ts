import { Clock } from '@desk/platform/clock';
import { Config } from '@desk/platform/config';

import { type PersonActor } from './actor';
import { SignedLinks } from './signed-links';

class StandingClock extends Clock {
  instant = Date.parse('2026-03-02T09:00:00Z');

  override present(): Date {
    return new Date(this.instant);
  }
}

const ANNA: PersonActor = {
  kind: 'person',
  id: '019c0000-0000-7000-8000-000000000001',
  role: 'customer',
  name: 'Anna',
  email: 'anna@example.com',
  sessionId: '019c0000-0000-7000-8000-000000000002',
  browser: true,
};
const OWNER = { sessionId: ANNA.sessionId, personId: ANNA.id };

describe('signed links', () => {
  const clock = new StandingClock();
  const links = new SignedLinks(Config.from({ JWT_SECRET: 'a'.repeat(40) }), clock);
  const others = new SignedLinks(Config.from({ JWT_SECRET: 'b'.repeat(40) }), clock);
  const below = (address: string) => address.replace('/desk', '');
  const link = below(links.sign(ANNA, 'tickets/attachments/7/download'));

  it('say whose they are, with or without a slash at the end of the path', () => {
    expect(links.read(link)).toEqual(OWNER);
    expect(links.read(link.replace('/?', '?'))).toEqual(OWNER);
  });

  it.each([
    ['another path', link.replace('/7/', '/8/')],
    ['another person', link.replace(ANNA.id, '019c0000-0000-7000-8000-000000000009')],
    ['another session', link.replace('000000000002', '000000000003')],
    ['a later end', link.replace(/\.(\d{10})\./, '.9999999999.')],
    ['another secret', below(others.sign(ANNA, 'tickets/attachments/7/download'))],
    ['a part too many', `${link}.x`],
    ['no signature', link.replace(/\.[^.]+$/, '')],
    ['nothing', '/api/tickets/attachments/7/download/'],
  ])('are refused with %s', (_what, address) => {
    expect(links.read(address)).toBeNull();
  });

  it('end after ten minutes', () => {
    clock.instant += 599_000;
    expect(links.read(link)).toEqual(OWNER);
    clock.instant += 1_000;
    expect(links.read(link)).toBeNull();
  });

  it('are plain addresses for whoever has no session to bind them to', () => {
    expect(links.sign({ ...ANNA, sessionId: null }, 'a/b')).toBe('/desk/api/a/b/');
  });
});
