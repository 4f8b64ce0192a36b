import { ChangeDetectionStrategy, Component, computed, effect, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

type Score = 0 | 1 | 2 | 3 | 4;
type Judge = (password: string) => Score;

const WORDS = ['weakest', 'weak', 'fair', 'good', 'strong'] as const;
/** Longer ones take the estimate long, and are strong. */
const LOOKED_AT = 64;

/** How hard a password is to guess, while it is typed. The estimate and its words are loaded with the first letter. */
@Component({
  selector: 'desk-password-strength',
  imports: [TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-live': 'polite' },
  template: `
    @if (score(); as now) {
      <div class="bars" aria-hidden="true">
        @for (step of steps; track step) {
          <span [class.full]="step <= now.value" [class.good]="now.value >= 3"></span>
        }
      </div>
      <span>{{ 'accounts.strength.' + now.word | transloco }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 20px;
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }

    .bars {
      display: flex;
      flex: 0 0 120px;
      gap: 4px;
    }

    .bars span {
      flex: 1;
      height: 4px;
      border-radius: 2px;
      background: var(--desk-line-soft);
    }

    .bars .full {
      background: var(--desk-warning);
    }

    .bars .full.good {
      background: var(--desk-success);
    }
  `,
})
export class PasswordStrength {
  readonly password = input.required<string>();

  protected readonly steps = [1, 2, 3, 4] as const;
  private readonly judge = signal<Judge | null>(null);
  private isAsked = false;

  protected readonly score = computed(() => {
    const judge = this.judge();
    if (judge === null || this.password() === '') return null;
    const value = judge(this.password().slice(0, LOOKED_AT));
    return { value: Math.max(value, 1), word: WORDS[value] };
  });

  constructor() {
    effect(() => {
      if (this.password() === '' || this.isAsked) return;
      this.isAsked = true;
      // Without it the password is judged all the same: by the server.
      void import('./strength-judge').then(
        ({ strengthJudge }) => this.judge.set(strengthJudge()),
        () => undefined,
      );
    });
  }
}
