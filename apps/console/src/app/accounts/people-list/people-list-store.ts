import { Injectable, computed, effect, inject } from '@angular/core';
import { Api, listAgents, listUsers } from '@desk/web/api-client';
import { Session, addressFilter, allRows, loadable } from '@desk/web/core';
import { RowSelection } from '@desk/web/ui';
import { LastPeople } from '../last-people';
import { mayManage } from '../shared/may-manage';
import { ALL_PEOPLE, isFiltered, readFilter, toQuery, writeFilter } from './people-filter';

@Injectable()
export class PeopleListStore {
  private readonly api = inject(Api);
  private readonly user = inject(Session).user;
  private readonly address = addressFilter({ read: readFilter, write: writeFilter });

  readonly filter = this.address.value;
  readonly show = this.address.show;
  readonly isFiltered = computed(() => isFiltered(this.filter()));
  readonly people = loadable({
    params: () => this.filter(),
    load: async (filter) => {
      const found = await this.api.invoke(listUsers, toQuery(filter));
      await this.address.stayWithin(found);
      return found;
    },
    keepLatest: true,
  });
  readonly rows = computed(() => this.people.value()?.results ?? []);
  /** Managers act on no superadmin. */
  readonly selection = new RowSelection(this.rows, (person) => mayManage(this.user()?.role, person));

  private readonly staff = loadable({
    params: () => 'all',
    load: () => allRows((step) => this.api.invoke(listAgents, step)),
  });
  /** Those that are known: of the staff, of whom is shown, and the one that is asked for. */
  readonly departments = computed(() => {
    const known = [...(this.staff.value() ?? []), ...this.rows(), this.filter()];
    return [...new Set(known.map(({ department }) => department))]
      .filter(Boolean)
      .sort((one, other) => one.localeCompare(other));
  });

  constructor() {
    const last = inject(LastPeople);
    effect(() => last.queryParams.set(writeFilter(this.filter())));
  }

  showAll(): void {
    void this.show(ALL_PEOPLE);
  }
}
