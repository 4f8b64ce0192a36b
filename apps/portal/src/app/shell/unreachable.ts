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
      <desk-error-state [problem]="problem" (retry)="session.start()" />
    }
  `,
})
export class Unreachable {
  protected readonly session = inject(Session);
}
