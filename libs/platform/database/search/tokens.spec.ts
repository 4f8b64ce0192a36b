import { dearness } from '../../../../test/support/dearness';
import { queryTokens, tokensOf } from './tokens';

describe('tokens of a text', () => {
  it('are its words, folded, and addresses and numbers as a whole beside their parts', () => {
    expect(tokensOf('Écran of JRD-A3X9K2, ask anna.b+desk@Mail.example-site.com!')).toEqual([
      ...['ecran', 'of', 'jrd', 'a3x9k2', 'ask', 'anna', 'b', 'desk', 'mail', 'example', 'site', 'com'],
      ...['xjrdxa3x9k2x', 'xannaxbxdeskxmailxexamplexsitexcomx'],
    ]);
  });

  it.each([
    ['a--b-c', ['xbxcx']],
    ['-left-right-', ['xleftxrightx']],
    ['<x-y@z.example>', ['xxxyxzxexamplex']],
    ['a-b-c-d', ['xaxbxcxdx']],
    ['one@two@three', ['xonextwox']],
    ['alone', []],
  ])('take %s for one', (text, whole) => {
    expect(tokensOf(text).filter((token) => /^x.*x$/.test(token))).toEqual(whole);
  });

  it.each([
    ['letters', 'a'],
    ['hyphens', 'a-'],
    ['dots', 'a.'],
    ['signs of an address', '%+_'],
    ['addresses', 'a@'],
    ['letters that unfold into many', '\ufdfa'],
  ])('take no longer than a text of 100,000 %s deserves', async (_, part) => {
    const ofLength = (length: number) => {
      const text = part.repeat(length / part.length);
      return () => [tokensOf(text), queryTokens(text)];
    };
    expect(await dearness(50, ofLength(2000), ofLength(100_000))).toBeLessThan(15);
  });
});

it('asks for an address as a whole, and for the last word as the beginning of one', () => {
  expect(queryTokens('mail anna@desk.example now')).toEqual(['xannaxdeskxexamplex', 'mail', 'now']);
});
