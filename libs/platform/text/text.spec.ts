import { beginning, oneLine } from './text';

describe('a text for a place with little room', () => {
  it('is in one line and turns nothing around', () => {
    expect(oneLine(' Invoice\r\n\u2028for\u0000\u202eMay\u2069 ')).toBe('Invoice for May');
  });

  it.each([
    ['is left as it is where it fits', 'Brake', 5, 'Brake'],
    ['is cut where it does not', 'Brakes', 5, 'Brake'],
    ['ends before a sign of two units, not in it', 'Brak🚲', 5, 'Brak'],
    ['ends the isolate that it cuts', 'by \u2068אבגדהו\u2069 now', 8, 'by \u2068אבג\u2069'],
    ['keeps an isolate that had ended', 'by \u2068אב\u2069 now', 9, 'by \u2068אב\u2069 n'],
  ])('%s', (_, text, length, cut) => {
    expect(beginning(text, length)).toBe(cut);
  });
});
