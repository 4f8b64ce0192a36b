import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { roleMay } from '@desk/contracts';
import { CommandRegistry, Session, Shortcuts } from '@desk/web/core';
import { Avatar, Brand, FORM_FIELD_LOOK, ShortcutKeys, ThemeSwitch } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { DESTINATIONS } from './destinations';
import { NotificationBell } from './notification-bell';
import { shellCommands } from './shell-commands';

/** Around every page of the console: rail, top bar, page. On a phone the rail becomes a bar at the bottom. */
@Component({
  selector: 'desk-shell',
  imports: [
    Avatar,
    Brand,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    NgTemplateOutlet,
    NotificationBell,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    ShortcutKeys,
    ThemeSwitch,
    TranslocoPipe,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly session = inject(Session);
  protected readonly commands = inject(CommandRegistry);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly destinations = computed(() => {
    const role = this.session.user()?.role;
    return role ? DESTINATIONS.filter(({ permission }) => roleMay(role, permission)) : [];
  });

  protected readonly daily = computed(() => this.destinations().filter((place) => !place.isAdministration));
  protected readonly administration = computed(() =>
    this.destinations().filter((place) => place.isAdministration),
  );

  constructor() {
    this.commands.register(shellCommands(this.destinations()));
    inject(Shortcuts).start();
  }

  protected skipToContent(): void {
    this.main().nativeElement.focus();
  }
}
