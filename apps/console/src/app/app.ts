import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Session } from '@desk/web/core';
import { Skeleton } from '@desk/web/ui';
import { Unreachable } from './shell/unreachable';

@Component({
  selector: 'desk-root',
  imports: [RouterOutlet, Skeleton, Unreachable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.startProblem()) {
      @defer (on immediate) {
        <desk-unreachable />
      }
    } @else if (!hasPage()) {
      <desk-skeleton class="desk-page" kind="text" />
    }
    <router-outlet (activate)="hasPage.set(true)" />
  `,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly hasPage = signal(false);
}
