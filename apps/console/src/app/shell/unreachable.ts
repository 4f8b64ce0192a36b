import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Session } from '@desk/web/core';
import { ErrorState } from '@desk/web/ui';

/** In place of every page while the server does not say who is signed in. */
@Component({
  selector: 'desk-unreachable',
  imports: [ErrorState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-boot' },
  template: `
    @if (session.startProblem(); as problem) {
      <main><desk-error-state isPage [problem]="problem" (retry)="session.start()" /></main>
    }
  `,
})
export class Unreachable {
  protected readonly session = inject(Session);
}
