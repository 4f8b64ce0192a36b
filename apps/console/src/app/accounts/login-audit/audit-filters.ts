import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoPipe } from '@jsverse/transloco';
import { ATTEMPTS, type AuditFilter } from './audit-filter';

@Component({
  selector: 'desk-audit-filters',
  imports: [MatFormField, MatInput, MatOption, MatSelect, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-select
        multiple
        [aria-label]="'people.audit.column.status' | transloco"
        [placeholder]="'people.audit.anyStatus' | transloco"
        [value]="filter().status"
        (selectionChange)="changed.emit({ status: $event.value })"
      >
        @for (attempt of attempts; track attempt) {
          <mat-option [value]="attempt">{{ 'people.audit.status.' + attempt | transloco }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <label>
      <span class="desk-muted">{{ 'people.audit.from' | transloco }}</span>
      <mat-form-field>
        <input
          #from
          matInput
          type="date"
          [value]="filter().from"
          [max]="filter().to"
          (change)="changed.emit({ from: from.value })"
        />
      </mat-form-field>
    </label>
    <label>
      <span class="desk-muted">{{ 'people.audit.to' | transloco }}</span>
      <mat-form-field>
        <input
          #to
          matInput
          type="date"
          [value]="filter().to"
          [min]="filter().from"
          (change)="changed.emit({ to: to.value })"
        />
      </mat-form-field>
    </label>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }

    label {
      display: flex;
      align-items: center;
      gap: 8px;
    }

    mat-form-field {
      width: 168px;
    }

    /* Else its letters are cut below. */
    input {
      height: 24px;
    }

    @media (width < 600px) {
      label,
      mat-form-field {
        flex: 1 1 100%;
      }

      label span {
        min-width: 40px;
      }
    }
  `,
})
export class AuditFilters {
  readonly filter = input.required<AuditFilter>();
  readonly changed = output<Partial<AuditFilter>>();

  protected readonly attempts = ATTEMPTS;
}
