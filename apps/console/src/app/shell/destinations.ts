import { type Permission } from '@desk/contracts';
import { type IconName } from '@desk/web/ui';

/** A place of the console: a row in the navigation and a “Go to” command. One line here for each page that exists. */
export interface Destination {
  path: string;
  /** Key of the strings. */
  label: string;
  icon: IconName;
  permission: Permission;
  keys?: string;
  /** Stands apart, below what is used all day. */
  isAdministration?: boolean;
}

export const DESTINATIONS: readonly Destination[] = [
  { path: '/tickets', label: 'shell.tickets', icon: 'inbox', permission: 'tickets.read', keys: 'g t' },
  { path: '/accounts/users', label: 'shell.people', icon: 'group', permission: 'users.list', keys: 'g a' },
  {
    path: '/accounts/profile',
    label: 'shell.profile',
    icon: 'manage_accounts',
    permission: 'self.read',
    keys: 'g p',
  },
  {
    path: '/accounts/audit-logs',
    label: 'shell.signIns',
    icon: 'history',
    permission: 'loginAudit.read',
    isAdministration: true,
  },
  {
    path: '/accounts/request-log',
    label: 'shell.requests',
    icon: 'description',
    permission: 'requestLog.read',
    isAdministration: true,
  },
  {
    path: '/notifications/outbox',
    label: 'shell.outbox',
    icon: 'mail',
    permission: 'outbox.read',
    isAdministration: true,
  },
];
