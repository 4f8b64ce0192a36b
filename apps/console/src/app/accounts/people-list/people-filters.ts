import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { ROLES } from '@desk/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type PeopleFilter, STATES } from './people-filter';

@Component({
  selector: 'desk-people-filters',
  imports: [MatButtonToggle, MatButtonToggleGroup, MatFormField, MatOption, MatSelect, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-button-toggle-group
      hideSingleSelectionIndicator
      [attr.aria-label]="'people.state' | transloco"
      [value]="filter().state"
      (change)="changed.emit({ state: $event.value })"
    >
      @for (state of states; track state) {
        <mat-button-toggle [value]="state">{{ 'people.list.states.' + state | transloco }}</mat-button-toggle>
      }
    </mat-button-toggle-group>
    <mat-form-field>
      <mat-select
        multiple
        [aria-label]="'people.role' | transloco"
        [placeholder]="'people.list.anyRole' | transloco"
        [value]="filter().role"
        (selectionChange)="changed.emit({ role: $event.value })"
      >
        @for (role of roles; track role) {
          <mat-option [value]="role">{{ 'shell.role.' + role | transloco }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <mat-form-field>
      <mat-select
        [aria-label]="'people.department' | transloco"
        [value]="filter().department"
        (selectionChange)="changed.emit({ department: $event.value })"
      >
        <mat-option value="">{{ 'people.list.anyDepartment' | transloco }}</mat-option>
        @for (department of departments(); track department) {
          <mat-option [value]="department">{{ department }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }

    mat-form-field {
      flex: 1 1 144px;
      max-width: 184px;
    }
  `,
})
export class PeopleFilters {
  readonly filter = input.required<PeopleFilter>();
  readonly departments = input.required<readonly string[]>();
  readonly changed = output<Partial<PeopleFilter>>();

  protected readonly states = STATES;
  protected readonly roles = ROLES;
}
