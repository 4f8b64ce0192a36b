import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { PAGE_SIZE } from '@desk/web/core';
import {
  Busy,
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
import { AttemptChip } from '../shared/attempt-chip';
import { AUDIT_COLUMNS } from './audit-filter';
import { AuditFilters } from './audit-filters';
import { LoginAuditStore } from './login-audit-store';

/** Who tried to sign in, from where, and how it ended. */
@Component({
  selector: 'desk-login-audit',
  imports: [
    AttemptChip,
    AuditFilters,
    Busy,
    EmptyState,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatIcon,
    PageHeader,
    Pager,
    RouterLink,
    SortHead,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [LoginAuditStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-list-page' },
  templateUrl: './login-audit.html',
  styleUrl: './login-audit.scss',
})
export class LoginAudit {
  private readonly toolbar = viewChild.required(ListToolbar);

  protected readonly store = inject(LoginAuditStore);
  protected readonly columns = AUDIT_COLUMNS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly directionOf = directionOf;

  /** The button goes away with what it did. */
  protected showAll(): void {
    this.store.showAll();
    this.toolbar().focus();
  }
}
