import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { SIGN_IN_PROBLEMS } from '@desk/contracts';
import { TranslocoPipe } from '@jsverse/transloco';

/** Why somebody came back from a provider without what they wanted, by the code in the address bar. */
@Component({
  selector: 'desk-provider-problem',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (known(); as code) {
      <div class="box" role="alert">
        <mat-icon svgIcon="error" />
        <p>{{ 'accounts.provider.problem.' + code | transloco }}</p>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    :host(:empty) {
      display: none;
    }

    .box {
      display: flex;
      gap: 8px;
      padding: 8px 12px;
      border-radius: var(--desk-radius);
      background: var(--desk-danger-soft);
      color: var(--desk-danger);
    }

    mat-icon {
      flex: none;
    }

    p {
      margin: 0;
      color: inherit;
    }
  `,
})
export class ProviderProblem {
  /** Query parameter: anybody may write it. */
  readonly problem = input<string>();
  protected readonly known = computed(() => SIGN_IN_PROBLEMS.find((code) => code === this.problem()));
}
