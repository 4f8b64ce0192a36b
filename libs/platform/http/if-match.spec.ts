import { parseIfMatch } from './if-match';

it.each([undefined, '*', ' * '])('takes whatever is there for %j', (header) => {
  expect(parseIfMatch(header)).toBeNull();
});

it.each([
  ['"7"', [7]],
  [' "7" ', [7]],
  ['"7", "8"', [7, 8]],
  ['"7","8" ,, "9",', [7, 8, 9]],
  // Strong comparison: a weak tag is no proof of the same bytes, and matches nothing.
  ['W/"7"', []],
  ['W/"7", "8"', [8]],
  ['"of,another", "8"', [8]],
  ['""', []],
  ['"99999999999"', []],
])('reads %s', (header, versions) => {
  expect(parseIfMatch(header)).toEqual(versions);
});

it.each(['', ' ', ',', '7', '"7', '7"', '"7" "8"', '"7", 8', 'w/"7"', '*, "7"', '"7", *', '"a b"'])(
  'refuses %j',
  (header) => {
    expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'malformed_if_match' }));
  },
);
