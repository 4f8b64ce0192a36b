import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Preferences, type Theme } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type IconName } from '../icons/icon-name';

const ICONS: Record<Theme, IconName> = { system: 'contrast', light: 'light_mode', dark: 'dark_mode' };

@Component({
  selector: 'desk-theme-switch',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu"
      [matTooltip]="'ui.theme.label' | transloco"
      [attr.aria-label]="'ui.theme.label' | transloco"
    >
      <mat-icon [svgIcon]="icon()" />
    </button>
    <mat-menu #menu>
      @for (theme of themes; track theme) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="theme === preferences.theme()"
          (click)="preferences.setTheme(theme)"
        >
          <mat-icon [svgIcon]="theme === preferences.theme() ? 'check' : icons[theme]" />
          {{ 'ui.theme.' + theme | transloco }}
        </button>
      }
    </mat-menu>
  `,
})
export class ThemeSwitch {
  protected readonly preferences = inject(Preferences);
  protected readonly themes: readonly Theme[] = ['system', 'light', 'dark'];
  protected readonly icons = ICONS;
  protected readonly icon = computed(() => ICONS[this.preferences.theme()]);
}
