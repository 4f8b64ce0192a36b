import { localPath } from './guards';

describe('localPath', () => {
  it('keeps a path of our own', () => {
    expect(localPath('/tickets/42?tab=notes')).toBe('/tickets/42?tab=notes');
  });

  it.each([null, '', 'tickets', '//evil.example', '/\\evil.example', 'https://evil.example'])(
    'refuses %s',
    (next) => {
      expect(localPath(next)).toBe('/');
    },
  );
});
