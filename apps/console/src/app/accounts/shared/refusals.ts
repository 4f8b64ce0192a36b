import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ProblemWords } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Refusal } from './activation';

/** Who could not be switched, and why. */
@Component({
  selector: 'desk-refusals',
  imports: [MatIcon, MatIconButton, ProblemWords, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
  template: `
    <mat-icon svgIcon="error" />
    <div>
      <strong>{{ 'people.activation.refused' | transloco: { count: refused().length } }}</strong>
      <ul>
        @for (refusal of refused(); track refusal.person.id) {
          <li>
            <bdi>{{ refusal.person.full_name }}</bdi>: {{ refusal.problem | problemWords }}
          </li>
        }
      </ul>
    </div>
    <button
      matIconButton
      type="button"
      [attr.aria-label]="'ui.dismiss' | transloco"
      (click)="dismissed.emit()"
    >
      <mat-icon svgIcon="close" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      gap: 8px;
      padding: 8px 8px 8px 16px;
      border-radius: var(--desk-radius);
      background: var(--desk-danger-soft);
      color: var(--desk-danger);
    }

    div {
      flex: 1;
      min-width: 0;
      padding-block: 8px;
      overflow-wrap: anywhere;
    }

    ul {
      max-height: 160px;
      margin: 4px 0 0;
      padding-inline-start: 16px;
      overflow: auto;
    }

    :host > .mat-icon {
      margin-block-start: 8px;
    }
  `,
})
export class Refusals {
  readonly refused = input.required<readonly Refusal[]>();
  readonly dismissed = output();
}
