import { ChangeDetectionStrategy, Component, type ElementRef, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@desk/web/core';
import { Avatar, Brand, FORM_FIELD_LOOK, ThemeSwitch } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { VerifyBanner } from './verify-banner';

/** Around every page of the portal: a wide, quiet header, then the page. */
@Component({
  selector: 'desk-shell',
  imports: [
    Avatar,
    Brand,
    MatButton,
    MatIcon,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RouterLink,
    RouterOutlet,
    ThemeSwitch,
    TranslocoPipe,
    VerifyBanner,
  ],
  providers: [FORM_FIELD_LOOK],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  protected readonly session = inject(Session);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected skipToContent(): void {
    this.main().nativeElement.focus();
  }
}
