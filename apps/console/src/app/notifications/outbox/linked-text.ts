import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { HIDDEN_TOKEN } from '@desk/contracts';

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;

/** A text as it was sent, whose addresses can be followed, but those that lead nowhere without what is hidden. */
@Component({
  selector: 'desk-linked-text',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { dir: 'auto' },
  template: `
    @for (part of parts(); track $index) {
      @if ($odd && leadsOn(part)) {
        <a [href]="part" target="_blank" rel="noopener noreferrer">{{ part }}</a>
      } @else {
        <span>{{ part }}</span>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class LinkedText {
  readonly text = input.required<string>();
  /** What is between addresses, and each address at an odd place. */
  protected readonly parts = computed(() => this.text().split(ADDRESS));

  protected leadsOn(address: string): boolean {
    return !address.endsWith(`#token=${HIDDEN_TOKEN}`);
  }
}
