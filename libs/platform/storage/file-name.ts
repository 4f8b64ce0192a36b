const MAX_LENGTH = 255;
/** Control characters, and marks that turn the reading direction so that `exe.txt` looks like something else. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The last part of whatever path a client sent, fit to show and to offer for saving. Never used as a path here. */
export function safeFileName(sent: string | undefined): string {
  const last = (sent ?? '').normalize('NFC').replace(UNSEEN, '').split(/[/\\]/).pop() ?? '';
  const name = last.trim().replace(/^\.+/, '');
  if (name === '') return 'file';
  if (name.length <= MAX_LENGTH) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, MAX_LENGTH - extension.length) + extension;
}
