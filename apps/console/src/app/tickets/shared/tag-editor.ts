import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import {
  MatAutocomplete,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
  MatOption,
} from '@angular/material/autocomplete';
import { MatChipGrid, MatChipInput, MatChipRemove, MatChipRow } from '@angular/material/chips';
import { MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { type TagView } from '@desk/web/api-client';
import { TranslocoPipe } from '@jsverse/transloco';
import { TicketChoices } from './ticket-choices';

const OFFERED = 8;

/** The tags of a ticket; a name that nobody used before becomes a new one. */
@Component({
  selector: 'desk-tag-editor',
  imports: [
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatChipGrid,
    MatChipInput,
    MatChipRemove,
    MatChipRow,
    MatFormField,
    MatIcon,
    MatOption,
    TranslocoPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-form-field>
      <mat-chip-grid #grid [attr.aria-label]="'ticket.tags' | transloco">
        @for (tag of tags(); track tag.name) {
          <mat-chip-row (removed)="remove(tag.name)">
            <bdi [title]="tag.name">{{ tag.name }}</bdi>
            <button
              matChipRemove
              type="button"
              [attr.aria-label]="'ticket.page.removeTag' | transloco: { name: tag.name }"
            >
              <mat-icon svgIcon="close" />
            </button>
          </mat-chip-row>
        }
      </mat-chip-grid>
      <input
        #box
        maxlength="50"
        [placeholder]="'ticket.page.addTag' | transloco"
        [attr.aria-label]="'ticket.page.addTag' | transloco"
        [matAutocomplete]="offers"
        [matChipInputFor]="grid"
        (focus)="choices.wantTags()"
        (input)="typed.set(box.value)"
        (keydown.enter)="enter($event)"
        (keydown.,)="enter($event)"
      />
      <mat-autocomplete #offers="matAutocomplete" (optionSelected)="choose($event)">
        @for (name of offered(); track name) {
          <mat-option [value]="name">{{ name }}</mat-option>
        }
      </mat-autocomplete>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }

    mat-chip-grid {
      display: block;
      max-height: 168px;
      overflow: auto;
    }

    mat-chip-grid:has(mat-chip-row) {
      padding-block: 4px;
    }

    bdi {
      display: block;
      max-width: 180px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `,
})
export class TagEditor {
  protected readonly choices = inject(TicketChoices);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  private readonly offers = viewChild.required(MatAutocomplete);

  readonly tags = input.required<readonly TagView[]>();
  /** All names. */
  readonly changed = output<string[]>();

  protected readonly typed = signal('');
  private readonly names = computed(() => this.tags().map(({ name }) => name));
  protected readonly offered = computed(() => {
    const part = this.typed().trim().toLowerCase();
    return (this.choices.tags.value() ?? [])
      .map(({ name }) => name)
      .filter((name) => name.toLowerCase().includes(part) && !this.names().includes(name))
      .slice(0, OFFERED);
  });

  focus(): void {
    this.box().nativeElement.focus();
  }

  /** Enter takes the suggestion that the arrow keys marked, else the text as it stands. */
  protected enter(event: Event): void {
    event.preventDefault();
    if (!this.offers().options.some(({ active }) => active)) this.add(this.box().nativeElement.value);
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    option.deselect();
    this.add(option.value as string);
  }

  protected remove(name: string): void {
    this.changed.emit(this.names().filter((other) => other !== name));
  }

  private add(text: string): void {
    const name = text.trim();
    this.box().nativeElement.value = '';
    this.typed.set('');
    const isKnown = this.names().some((other) => other.toLowerCase() === name.toLowerCase());
    if (name !== '' && !isKnown) this.changed.emit([...this.names(), name]);
  }
}
