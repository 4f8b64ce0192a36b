import { safeFileName } from './file-name';

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system32\\evil.exe', 'evil.exe'],
  ['/absolute/notes.txt', 'notes.txt'],
  ['..', 'file'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
  ['   ', 'file'],
  ['a\u0000b.txt', 'ab.txt'],
  ['line\r\nbreak.txt', 'linebreak.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['写真.png', '写真.png'],
  ['cafe\u0301.txt', 'caf\u00e9.txt'],
])('shows %j as %j', (sent, shown) => {
  expect(safeFileName(sent)).toBe(shown);
});

it('names what came without a name', () => {
  expect(safeFileName(undefined)).toBe('file');
});

it('cuts a long name and keeps its ending', () => {
  const name = safeFileName(`${'a'.repeat(400)}.pdf`);
  expect(name).toHaveLength(255);
  expect(name.endsWith('.pdf')).toBe(true);
});
