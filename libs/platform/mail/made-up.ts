/** Endings that RFC 6761 keeps free for ever: whoever writes such an address, as the demo does, means nobody. */
const NOBODYS = ['example', 'invalid'];

/** Mail to such an address goes nowhere: it stays in the outbox even where there is a mail server. */
export function isMadeUp(address: string): boolean {
  const ending = address
    .slice(Math.max(address.lastIndexOf('.'), address.lastIndexOf('@')) + 1)
    .toLowerCase();
  return NOBODYS.includes(ending);
}
