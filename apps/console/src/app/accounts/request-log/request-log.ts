import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { PAGE_SIZE } from '@desk/web/core';
import {
  EmptyState,
  ListToolbar,
  LoadFrame,
  PageHeader,
  Pager,
  SortHead,
  TimeAgo,
  directionOf,
} from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ANSWERS, METHODS, REQUEST_COLUMNS } from './request-filter';
import { RequestLogStore } from './request-log-store';

/** Who asked the desk to change something, and what came of it. */
@Component({
  selector: 'desk-request-log',
  imports: [
    EmptyState,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatFormField,
    MatOption,
    MatSelect,
    PageHeader,
    Pager,
    RouterLink,
    SortHead,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [RequestLogStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-list-page' },
  templateUrl: './request-log.html',
  styleUrl: './request-log.scss',
})
export class RequestLog {
  private readonly toolbar = viewChild.required(ListToolbar);

  protected readonly store = inject(RequestLogStore);
  protected readonly methods = METHODS;
  protected readonly answers = ANSWERS;
  protected readonly columns = REQUEST_COLUMNS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly directionOf = directionOf;

  /** The button goes away with what it did. */
  protected showAll(): void {
    this.store.showAll();
    this.toolbar().focus();
  }
}
