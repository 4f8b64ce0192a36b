import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type Problem } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ProblemWords } from '../states/problem-words';

/** Above a form's button: why it could not be sent, as far as no single field is to blame. */
@Component({
  selector: 'desk-form-problem',
  imports: [MatIcon, ProblemWords, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-live': 'assertive', '[class.empty]': '!problem()' },
  template: `
    @if (problem(); as problem) {
      <div class="box">
        <mat-icon svgIcon="error" />
        <p>
          {{ text() ?? (problem | problemWords) }}
          @if (problem.status >= 500 && problem.requestId; as id) {
            <small>{{ 'ui.requestId' | transloco: { id } }}</small>
          }
        </p>
      </div>
    }
  `,
  styles: `
    /* The live region stays, but takes no gap of the form while it has nothing to say. */
    :host(.empty) {
      margin-top: -16px;
    }

    .box {
      display: flex;
      gap: 8px;
      padding: 8px 12px;
      border-radius: var(--desk-radius);
      background: var(--desk-danger-soft);
      color: var(--desk-danger);
    }

    small {
      display: block;
      font-size: var(--desk-text-small);
    }
  `,
})
export class FormProblem {
  readonly problem = input.required<Problem | null>();
  /** Words that fit this form better than the general ones. */
  readonly text = input<string>();
}
