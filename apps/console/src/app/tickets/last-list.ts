import { Injectable, signal } from '@angular/core';
import { type Params } from '@angular/router';

/** The list as it was left, so that the way back from a ticket leads to the same filters and page. */
@Injectable({ providedIn: 'root' })
export class LastList {
  readonly queryParams = signal<Params>({});
}
