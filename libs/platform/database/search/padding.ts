/** InnoDB leaves out words of fewer than three letters and a list of stop words, so every token is padded. */
const PADDING = 'zz';

/** @param tokens separated by spaces. */
export function pad(tokens: string): string {
  return tokens.replace(/[^ ]+/g, (token) => PADDING + token);
}

export function unpad(padded: string): string {
  return padded.replace(/[^ ]+/g, (token) => token.slice(PADDING.length));
}
