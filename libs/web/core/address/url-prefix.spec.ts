import { prefixOf } from './url-prefix';

describe('prefixOf', () => {
  it.each([
    ['/desk/', 'portal', '/desk'],
    ['/desk/console/', 'console', '/desk'],
    ['/console/', 'console', ''],
    ['/', 'portal', ''],
    ['/a/b/console/', 'console', '/a/b'],
    ['/console/', 'portal', '/console'],
  ] as const)('%s in the %s is %s', (base, app, prefix) => {
    expect(prefixOf(base, app)).toBe(prefix);
  });
});
