import { isIPv6 } from 'node:net';

/** An IPv4 address that came over an IPv6 socket is still that IPv4 address. Zones name only the local link. */
export function plainIp(ip: string): string {
  const address = ip.split('%')[0] ?? '';
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** Where somebody sits: the IPv4 address, or the /64 of an IPv6 address, whose rest changes from day to day. */
export function networkOf(ip: string): string {
  const address = plainIp(ip);
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
