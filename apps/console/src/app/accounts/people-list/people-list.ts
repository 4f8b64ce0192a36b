import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { type Permission, roleMay } from '@desk/contracts';
import { CommandRegistry, PAGE_SIZE, Session } from '@desk/web/core';
import {
  Avatar,
  EmptyState,
  ListPlace,
  ListToolbar,
  LoadFrame,
  PageHeader,
  Pager,
  SortHead,
  TimeAgo,
  directionOf,
  selectionCommands,
} from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { ActiveState } from '../shared/active-state';
import { Activation } from '../shared/activation';
import { Refusals } from '../shared/refusals';
import { BulkBar } from './bulk-bar';
import { listCommands } from './list-commands';
import { PEOPLE_COLUMNS } from './people-filter';
import { PeopleFilters } from './people-filters';
import { PeopleListStore } from './people-list-store';

@Component({
  selector: 'desk-people-list',
  imports: [
    ActiveState,
    Avatar,
    BulkBar,
    EmptyState,
    ListPlace,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatCheckbox,
    MatIcon,
    PageHeader,
    Pager,
    PeopleFilters,
    Refusals,
    RouterLink,
    SortHead,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [Activation, PeopleListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-list-page' },
  templateUrl: './people-list.html',
  styleUrl: './people-list.scss',
})
export class PeopleList {
  private readonly user = inject(Session).user;
  private readonly header = viewChild.required(PageHeader);
  private readonly toolbar = viewChild.required(ListToolbar);
  private readonly place = viewChild(ListPlace);

  protected readonly store = inject(PeopleListStore);
  protected readonly activation = inject(Activation);
  protected readonly columns = PEOPLE_COLUMNS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly directionOf = directionOf;
  /** Only these have something to choose people for. */
  protected readonly mayActivate = computed(() => this.may('users.deactivate'));
  protected readonly mayCreate = computed(() => this.may('users.create'));
  /** With Shift a press chooses all that lies between. */
  protected isRange = false;

  constructor() {
    const registry = inject(CommandRegistry);
    registry.register(
      listCommands({ search: () => this.toolbar().focus(), step: (by) => this.place()?.step(by) }),
    );
    registry.register(
      selectionCommands(this.store.selection, this.store.rows, {
        group: 'people.list.title',
        at: () => this.place()?.at() ?? -1,
        isAvailable: () => this.mayActivate() && this.activation.progress() === null,
      }),
    );
  }

  private may(permission: Permission): boolean {
    const user = this.user();
    return user !== null && roleMay(user.role, permission);
  }

  protected pick(id: string): void {
    if (this.isRange) this.store.selection.extendTo(id);
    else this.store.selection.toggle(id);
  }

  protected async activate(active: boolean): Promise<void> {
    await this.activation.run(this.store.selection.chosen(), active, () => {
      this.store.selection.clear();
      this.store.people.reload();
      // The bar goes away with what it did.
      this.header().focus();
    });
  }

  protected clear(): void {
    this.store.selection.clear();
    this.header().focus();
  }

  protected showAll(): void {
    this.store.showAll();
    this.toolbar().focus();
  }
}
