import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Loadable, loadable } from './loadable';

const flushed = () => new Promise((resolve) => setTimeout(resolve));

describe('loadable', () => {
  const load = jest.fn<Promise<string>, [string]>();
  const key = signal('a');

  beforeEach(() => {
    load.mockReset().mockImplementation((name) => Promise.resolve(`the value of ${name}`));
    key.set('a');
  });

  async function opened(keepLatest = false): Promise<Loadable<string>> {
    const source = TestBed.runInInjectionContext(() => loadable({ params: key, load, keepLatest }));
    await settle();
    // As a page does: what nobody looked at cannot stay on the screen.
    expect(source.value()).toBe('the value of a');
    return source;
  }

  async function settle(): Promise<void> {
    TestBed.tick();
    await flushed();
    TestBed.tick();
  }

  it('keeps what is shown when a reload fails, and says why', async () => {
    const source = await opened();
    load.mockRejectedValueOnce(new Error('gone'));
    source.reload();
    await settle();

    expect(source.value()).toBe('the value of a');
    expect(source.problem()?.title).toBe('gone');
    expect(source.isLoading()).toBe(false);
  });

  it('never shows one thing under the name of another', async () => {
    const source = await opened();
    load.mockRejectedValueOnce(new Error('gone'));
    key.set('b');
    await settle();

    expect(source.value()).toBeUndefined();
    expect(source.problem()).not.toBeNull();
  });

  it('keeps the rows of a list while others are on their way', async () => {
    const source = await opened(true);
    key.set('b');
    TestBed.tick();
    expect(source.value()).toBe('the value of a');
    expect(source.isRefreshing()).toBe(true);
    await settle();
    expect(source.value()).toBe('the value of b');
  });

  it('shows a change before the server answers', async () => {
    const source = await opened();
    source.update((value) => `${value}, changed`);
    expect(source.value()).toBe('the value of a, changed');
  });
});
