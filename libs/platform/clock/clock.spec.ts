import { Clock } from './clock';

const THEN = new Date('2026-03-02T09:00:00.000Z');

class StoppedClock extends Clock {
  override present(): Date {
    return new Date('2026-03-05T00:00:00.000Z');
  }
}

describe('a clock that goes back', () => {
  const clock = new StoppedClock();

  it('says the instant to everything that the work leads to, and to nothing beside it', async () => {
    const during = clock.at(THEN, async () => {
      await Promise.resolve();
      return clock.now();
    });
    expect(clock.now()).toEqual(clock.present());
    expect(await during).toEqual(THEN);
  });

  it('knows the present all the same, and may go back further', () => {
    const later = new Date(THEN.getTime() + 1000);
    const said = clock.at(later, () => [clock.at(THEN, () => clock.now()), clock.now(), clock.present()]);
    expect(said).toEqual([THEN, later, clock.present()]);
  });
});
