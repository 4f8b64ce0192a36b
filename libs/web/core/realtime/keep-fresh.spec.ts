import { TestBed } from '@angular/core/testing';
import { provideTestDesk, type FakeRealtime } from '@desk/web/testing';
import { keepFresh } from './keep-fresh';
import { Realtime } from './realtime';

const MINUTE_MS = 60_000;

describe('keepFresh', () => {
  const reload = jest.fn();
  let realtime: FakeRealtime;
  let isHidden = false;

  beforeEach(() => {
    jest.useFakeTimers();
    reload.mockReset();
    isHidden = false;
    jest.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
    TestBed.configureTestingModule({ providers: provideTestDesk({ app: 'portal', routes: [] }) });
    realtime = TestBed.inject(Realtime) as unknown as FakeRealtime;
    TestBed.runInInjectionContext(() => keepFresh(reload));
    TestBed.tick();
  });

  afterEach(() => jest.useRealTimers());

  function connect(isConnected: boolean): void {
    realtime.isConnected.set(isConnected);
    TestBed.tick();
  }

  function hide(hidden: boolean): void {
    isHidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
    TestBed.tick();
  }

  it('leaves it to the pushes while there is a connection', () => {
    jest.advanceTimersByTime(60 * MINUTE_MS);
    expect(reload).not.toHaveBeenCalled();
  });

  it('asks less and less often while there is none, and begins anew with the next loss', () => {
    connect(false);
    const asked = [10_000, 20_000, 40_000, 80_000].map((wait) => {
      jest.advanceTimersByTime(wait);
      return reload.mock.calls.length;
    });
    expect(asked).toEqual([1, 2, 3, 4]);
    connect(true);
    connect(false);
    jest.advanceTimersByTime(10_000);
    expect(reload).toHaveBeenCalledTimes(5);
  });

  it('asks every five minutes at last', () => {
    connect(false);
    jest.advanceTimersByTime(24 * 60 * MINUTE_MS);
    reload.mockReset();
    jest.advanceTimersByTime(50 * MINUTE_MS);
    expect(reload).toHaveBeenCalledTimes(10);
  });

  it('rests while nobody looks, and asks at once when somebody comes back', () => {
    connect(false);
    hide(true);
    jest.advanceTimersByTime(60 * MINUTE_MS);
    expect(reload).not.toHaveBeenCalled();
    hide(false);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
