import { ChangeDetectionStrategy, Component, forwardRef, input, signal } from '@angular/core';
import { type ControlValueAccessor, NG_VALUE_ACCESSOR } from '@angular/forms';
import { MatIcon } from '@angular/material/icon';
import { TranslocoPipe } from '@jsverse/transloco';

let groups = 0;

/** One to five stars: a radio group in stars' clothing, so arrows and screen readers work as everywhere. */
@Component({
  selector: 'desk-rating-stars',
  imports: [MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [{ provide: NG_VALUE_ACCESSOR, useExisting: forwardRef(() => RatingStars), multi: true }],
  template: `
    <fieldset [disabled]="isDisabled()" (focusout)="touched()">
      <legend class="visually-hidden">{{ label() }}</legend>
      @for (stars of choices; track stars) {
        <label [class.lit]="stars <= value()">
          <input
            class="visually-hidden"
            type="radio"
            [name]="group"
            [value]="stars"
            [checked]="stars === value()"
            (change)="choose(stars)"
          />
          <mat-icon [svgIcon]="stars <= value() ? 'star-fill' : 'star'" />
          <span class="visually-hidden">
            {{ 'ui.stars' | transloco: { count: stars } }} {{ words()[stars - 1] }}
          </span>
        </label>
      }
      <span class="word" aria-hidden="true">{{ words()[value() - 1] }}</span>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      margin: 0;
      padding: 0;
      border: 0;
    }

    label {
      display: grid;
      place-items: center;
      position: relative;
      width: 44px;
      height: 44px;
      border-radius: var(--desk-radius);
      color: var(--desk-line-strong);
      cursor: pointer;
    }

    .word {
      margin-inline-start: 8px;
      font-weight: 500;
    }

    label.lit {
      color: var(--desk-star);
    }

    label:has(:focus-visible) {
      outline: var(--desk-ring);
      outline-offset: -2px;
    }

    fieldset:disabled label {
      cursor: default;
    }

    fieldset:not(:disabled) label:hover {
      background: var(--desk-hover);
    }

    .mat-icon.mat-icon {
      width: 28px;
      height: 28px;
    }
  `,
})
export class RatingStars implements ControlValueAccessor {
  /** Translated; names the group for screen readers. */
  readonly label = input.required<string>();
  /** What one to five stars mean, translated; the chosen word stands beside the stars. */
  readonly words = input<readonly string[]>([]);

  protected readonly choices = [1, 2, 3, 4, 5];
  protected readonly group = `desk-rating-${groups++}`;
  protected readonly value = signal(0);
  protected readonly isDisabled = signal(false);
  protected touched: () => void = () => undefined;
  private changed: (stars: number) => void = () => undefined;

  writeValue(stars: number | null): void {
    this.value.set(stars ?? 0);
  }

  registerOnChange(changed: (stars: number) => void): void {
    this.changed = changed;
  }

  registerOnTouched(touched: () => void): void {
    this.touched = touched;
  }

  setDisabledState(isDisabled: boolean): void {
    this.isDisabled.set(isDisabled);
  }

  protected choose(stars: number): void {
    this.value.set(stars);
    this.changed(stars);
  }
}
