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
}

export const DESTINATIONS: readonly Destination[] = [
  { path: '/tickets', label: 'shell.tickets', icon: 'inbox', permission: 'tickets.read', keys: 'g t' },
  {
    path: '/accounts/profile',
    label: 'shell.profile',
    icon: 'manage_accounts',
    permission: 'self.read',
    keys: 'g p',
  },
];
