import { excerpt, plainText, safeContent } from './content';

describe('what people wrote', () => {
  it.each([
    'a <b and c> d',
    'if x <y',
    'a <b>c without an end',
    '1 < 2 & 3 > 2',
    'Tom & Jerry &amp; friends',
    'generic List<string> and <T>',
    '<3 you',
    'mail <anna@example.com>',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
  ])('loses no letter of the text %s', (text) => {
    expect(plainText(safeContent(text))).toBe(text);
  });

  it('keeps text without signs of a tag as it is', () => {
    expect(safeContent('1 < 2\nand so on')).toBe('1 < 2\nand so on');
  });

  it('escapes text that a browser would take apart', () => {
    expect(safeContent('if x <y\nthen z')).toBe('<p>if x &lt;y<br />then z</p>');
    expect(safeContent('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  });

  it.each([
    ['<p>one</p><p>two <strong>three</strong></p>', '<p>one</p><p>two <strong>three</strong></p>'],
    ['<p onclick="x()">one</p><script>alert(1)</script>', '<p>one</p>'],
    ['<div class="x"><img src="x" onerror="y()">one</div>', 'one'],
    ['<a href="javascript:x()">one</a>', '<a rel="noopener noreferrer nofollow">one</a>'],
    ['first<br>second', 'first<br />second'],
    ['<P>LOUD</P>', '<p>LOUD</p>'],
  ])('sanitises the markup %s', (written, kept) => {
    expect(safeContent(written)).toBe(kept);
  });

  it('is cut for notices at a length', () => {
    expect(excerpt(plainText('<p>one</p><p>two</p>'))).toBe('one two');
    expect(excerpt('abcdef', 4)).toBe('abc…');
  });
});
