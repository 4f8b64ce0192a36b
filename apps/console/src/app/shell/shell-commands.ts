import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { type Command, Preferences, Session } from '@desk/web/core';
import { CommandDialogs } from '@desk/web/ui';
import { type Destination } from './destinations';

/** What can be done on every page. Call in an injection context. */
export function shellCommands(destinations: readonly Destination[]): Command[] {
  const router = inject(Router);
  const dialogs = inject(CommandDialogs);
  const preferences = inject(Preferences);
  const session = inject(Session);

  const goTo = destinations.map(({ path, label, icon, keys }): Command => ({
    id: `go-to ${path}`,
    label,
    group: 'shell.goTo',
    icon,
    keys: keys ? [keys] : [],
    run: () => void router.navigateByUrl(path),
  }));

  return [
    ...goTo,
    {
      id: 'new-ticket',
      label: 'shell.newTicket',
      group: 'shell.general',
      icon: 'add',
      keys: ['c'],
      run: () => void router.navigateByUrl('/tickets/create'),
    },
    {
      id: 'palette',
      label: 'shell.openPalette',
      group: 'shell.general',
      icon: 'search',
      keys: ['Mod+k'],
      isAvailable: () => !dialogs.isPaletteOpen,
      run: () => void dialogs.openPalette(),
    },
    {
      id: 'help',
      label: 'shell.openHelp',
      group: 'shell.general',
      icon: 'keyboard',
      keys: ['?'],
      run: () => void dialogs.openHelp(),
    },
    {
      id: 'theme.dark',
      label: 'shell.themeDark',
      group: 'shell.general',
      icon: 'dark_mode',
      isAvailable: () => preferences.theme() !== 'dark',
      run: () => preferences.setTheme('dark'),
    },
    {
      id: 'theme.light',
      label: 'shell.themeLight',
      group: 'shell.general',
      icon: 'light_mode',
      isAvailable: () => preferences.theme() !== 'light',
      run: () => preferences.setTheme('light'),
    },
    {
      id: 'sign-out',
      label: 'shell.signOut',
      group: 'shell.general',
      icon: 'logout',
      run: () => void session.signOut(),
    },
  ];
}
