import { Injectable, signal } from '@angular/core';
import { type Params } from '@angular/router';

interface Place {
  /** Where one went from there. */
  address: string;
  /** The row of that ticket; negative when it was not in the list. */
  row: number;
  scrolled: readonly number[];
}

/** The list as it was left, so that the way back from a ticket leads to the same filters, page and row. */
@Injectable({ providedIn: 'root' })
export class LastList {
  readonly queryParams = signal<Params>({});
  place: Place | null = null;
}
