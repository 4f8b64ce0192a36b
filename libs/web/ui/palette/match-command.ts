/**
 * How well a label answers what was typed: every letter must come in order. Higher is better, null is no match. Starts of words
 * and letters in a row count most, so “gti” finds “Go to inbox”.
 */
export function matchScore(label: string, typed: string): number | null {
  const text = label.toLowerCase();
  let score = 0;
  let at = -1;
  for (const letter of typed.toLowerCase().replaceAll(' ', '')) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    const startsWord = next === 0 || text[next - 1] === ' ';
    score += next === at + 1 ? 3 : startsWord ? 2 : 0;
    at = next;
  }
  return score - label.length / 100;
}
