import { Injectable, signal } from '@angular/core';
import { type Params } from '@angular/router';

/** The list as it was left, so that the way back from a person leads to the same filters and page. */
@Injectable({ providedIn: 'root' })
export class LastPeople {
  readonly queryParams = signal<Params>({});
}
