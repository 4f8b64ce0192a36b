import { Injectable } from '@angular/core';

interface Place {
  /** Where one went from there. */
  address: string;
  /** The row that led there; negative when none did. */
  row: number;
  scrolled: readonly number[];
}

/** Where somebody was in the list that was left last. */
@Injectable({ providedIn: 'root' })
export class LastPlace {
  place: Place | null = null;
}
