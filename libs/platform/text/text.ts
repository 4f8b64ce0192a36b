/** What breaks a line, is not seen at all, or turns the reading direction of whatever follows. */
const BREAKING = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text for places that have one line: names, titles, tags. */
export function oneLine(text: string): string {
  return text.replace(BREAKING, ' ').replace(TURNING, '').trim();
}

const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/** As much of a text as a column of `length` characters takes, without half a sign and with its isolate ended. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = whole(text.slice(0, length));
  if (cut.lastIndexOf(ISOLATE) <= cut.lastIndexOf(END_OF_ISOLATE)) return cut;
  return `${whole(text.slice(0, length - 1))}${END_OF_ISOLATE}`;
}

/** Signs beyond the first plane are two units, and the first of them alone is none. */
function whole(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
