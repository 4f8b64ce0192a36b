import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-not-found',
  imports: [EmptyState, MatButton, RouterLink, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  template: `
    <desk-empty-state
      icon="link"
      [isPage]="true"
      [heading]="'notFound.heading' | transloco"
      [text]="'notFound.text' | transloco"
    >
      <a matButton="filled" routerLink="/">{{ 'notFound.home' | transloco }}</a>
    </desk-empty-state>
  `,
})
export class NotFound {}
