/** First strong isolate, pop directional isolate: what Unicode has for a foreign text within a sentence. */
const [OPEN, CLOSE] = ['\u2068', '\u2069'];
/** Where stretches of a sentence begin and end that are {@link isolated}. */
export const ISOLATES = /[\u2068\u2069]/;

/** A name within a sentence: it keeps its own direction of writing, and the sentence around it keeps the other. */
export function isolated(text: string): string {
  return OPEN + text.replace(new RegExp(ISOLATES, 'g'), '') + CLOSE;
}
