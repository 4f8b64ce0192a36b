export const MODES = ['reply', 'internal_note'] as const;
export type Mode = (typeof MODES)[number];

/** A ticket opens with a reply, whatever was written last elsewhere; only a note that waits alone is shown first. */
export function firstMode(texts: Record<Mode, string>): Mode {
  return texts.reply.trim() === '' && texts.internal_note.trim() !== '' ? 'internal_note' : 'reply';
}
