import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Formats } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * “1–25 of 312” with a step back and forth. A capped count reads “10,000+”. Without the disabled attribute: the button that
 * led to the last page keeps the focus.
 */
@Component({
  selector: 'desk-pager',
  imports: [MatIcon, MatIconButton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span aria-live="polite">{{ 'ui.pager.range' | transloco: range() }}</span>
    <button
      matIconButton
      type="button"
      disabledInteractive
      [disabled]="isFirst()"
      [attr.aria-label]="'ui.pager.previous' | transloco"
      (click)="isFirst() || page.set(page() - 1)"
    >
      <mat-icon svgIcon="chevron_left" />
    </button>
    <button
      matIconButton
      type="button"
      disabledInteractive
      [disabled]="isLast()"
      [attr.aria-label]="'ui.pager.next' | transloco"
      (click)="isLast() || page.set(page() + 1)"
    >
      <mat-icon svgIcon="chevron_right" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: flex-end;
      color: var(--desk-muted);
      font-variant-numeric: tabular-nums;
    }

    span {
      margin-inline-end: 8px;
    }
  `,
})
export class Pager {
  private readonly formats = inject(Formats);

  readonly page = model.required<number>();
  readonly pageSize = input(25);
  readonly count = input.required<number>();
  readonly countCapped = input(false);

  protected readonly isFirst = computed(() => this.page() <= 1);
  protected readonly isLast = computed(
    () => !this.countCapped() && this.page() * this.pageSize() >= this.count(),
  );
  protected readonly range = computed(() => {
    const first = (this.page() - 1) * this.pageSize() + 1;
    const last = this.page() * this.pageSize();
    const total = this.formats.number(this.count());
    return {
      from: this.formats.number(Math.min(first, this.count() || 0)),
      to: this.formats.number(this.countCapped() ? last : Math.min(last, this.count())),
      total: this.countCapped() ? `${total}+` : total,
    };
  });
}
