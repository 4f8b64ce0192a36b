/** Words of a text as the index holds them: lower case, accents folded, addresses and ticket ids whole as well. */
export function tokensOf(text: string): string[] {
  const folded = fold(text);
  const whole = folded.match(WHOLE) ?? [];
  const words = folded.match(WORDS) ?? [];
  return [...words, ...whole.map(pack)];
}

/** A query's tokens: each must occur, the last one as a prefix because it may still be being typed. */
export function queryTokens(query: string): string[] {
  const folded = fold(query);
  const whole = folded.match(WHOLE) ?? [];
  const rest = folded.replace(WHOLE, ' ').match(WORDS) ?? [];
  return [...whole.map(pack), ...rest].slice(0, MAX_QUERY_TOKENS);
}

const MAX_QUERY_TOKENS = 12;
const WORDS = /[\p{L}\p{N}]+/gu;
/**
 * An email address, or an id with a hyphen such as JRD-A3X9K2. Each begins where nothing of its kind stands before it:
 * else a hundred thousand letters would be tried from every one of them to the end.
 */
const WHOLE =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** One token of letters and digits only, which no engine's own tokeniser would take apart. */
function pack(token: string): string {
  return `x${token.replace(/[^\p{L}\p{N}]/gu, 'x')}x`;
}
