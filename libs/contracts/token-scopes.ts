import { type Permission } from './permissions';

/** What the owner of a personal API token lets it do. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** `by_method`: reading needs `read`, writing `write`. `never`: what keeps an account safe is its owner's own business. */
type TokenUse = 'by_method' | 'admin' | 'never';

/** What a token must have been given for each permission. A new permission says it here, or nothing compiles. */
const TOKEN_USE = {
  'self.read': 'by_method',
  'self.update': 'by_method',
  'self.secure': 'never',
  'self.factor': 'never',
  'users.list': 'by_method',
  'users.agents': 'by_method',
  'users.create': 'admin',
  'users.update': 'admin',
  'users.deactivate': 'admin',
  'users.stats': 'by_method',
  'users.changeRole': 'never',
  'users.sessions': 'never',
  'factor.policy': 'never',
  'loginAudit.read': 'admin',
  'requestLog.read': 'admin',

  'uploads.create': 'by_method',

  'tickets.read': 'by_method',
  'tickets.create': 'by_method',
  'tickets.update': 'by_method',
  'tickets.comment': 'by_method',
  'tickets.rate': 'by_method',
  'tickets.assign': 'by_method',
  'tickets.escalate': 'by_method',
  'tickets.delete': 'by_method',
  'categories.read': 'by_method',
  'categories.write': 'admin',
  'tags.read': 'by_method',
  'tags.write': 'by_method',

  'sla.read': 'by_method',
  'sla.write': 'admin',

  'automation.read': 'by_method',
  'automation.write': 'admin',
  'automation.delete': 'admin',

  'notifications.own': 'by_method',
  'outbox.read': 'admin',
} as const satisfies Record<Permission, TokenUse>;

/** The scope that a request with a token needs; null where no token is let in. */
export function scopeFor(permission: Permission, method: string): TokenScope | null {
  const use: TokenUse = TOKEN_USE[permission];
  if (use === 'never') return null;
  return use === 'admin' ? 'admin' : scopeOfMethod(method);
}

/** For routes that everybody may call. */
export function scopeOfMethod(method: string): TokenScope {
  return method === 'GET' || method === 'HEAD' ? 'read' : 'write';
}
