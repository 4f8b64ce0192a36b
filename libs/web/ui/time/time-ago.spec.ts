import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatTooltipHarness } from '@angular/material/tooltip/testing';
import { Session, TickingClock } from '@desk/web/core';
import { provideTestStrings } from '@desk/web/testing';
import { TimeAgo } from './time-ago';

const NOON = Date.parse('2026-03-10T12:00:00Z');
const minute = signal(NOON);

async function show(value: string): Promise<{ text: () => string; tooltip: () => Promise<string> }> {
  TestBed.configureTestingModule({
    imports: [TimeAgo],
    providers: [
      provideTestStrings(),
      { provide: TickingClock, useValue: { minute, second: minute } },
      { provide: Session, useValue: { user: signal({ timezone_pref: 'Asia/Kolkata' }) } },
    ],
  });
  const fixture = TestBed.createComponent(TimeAgo);
  fixture.componentRef.setInput('value', value);
  await fixture.whenStable();
  return {
    text: () => (fixture.nativeElement as HTMLElement).textContent.trim(),
    tooltip: async () => {
      const harness = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatTooltipHarness);
      await harness.show();
      return harness.getTooltipText();
    },
  };
}

describe('desk-time', () => {
  beforeEach(() => minute.set(NOON));

  it.each([
    ['2026-03-10T11:59:40Z', 'now'],
    ['2026-03-10T11:55:00Z', '5 minutes ago'],
    ['2026-03-10T14:30:00Z', 'in 2 hours'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2025-12-24T11:00:00Z', 'Dec 24, 2025'],
  ])('%s reads %s', async (value, words) => {
    expect((await show(value)).text()).toBe(words);
  });

  it('moves on with the clock', async () => {
    const time = await show('2026-03-10T11:55:00Z');
    minute.set(NOON + 10 * 60_000);
    TestBed.tick();
    expect(time.text()).toBe('15 minutes ago');
  });

  it('tells the absolute time in the person’s own zone', async () => {
    const time = await show('2026-03-10T11:55:00Z');
    const tooltip = (await time.tooltip()).replaceAll('\u202f', ' ');
    expect(tooltip).toContain('5:25 PM');
    expect(tooltip).toContain('(Asia/Kolkata)');
  });
});
