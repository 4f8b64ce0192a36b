import { ChangeDetectionStrategy, Component, computed, effect, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { CommandRegistry, PageTitle, Session, WAY_BACK } from '@desk/web/core';
import { Busy, LoadFrame, PageHeader } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { LastPeople } from '../last-people';
import { ActiveState } from '../shared/active-state';
import { Activation } from '../shared/activation';
import { Refusals } from '../shared/refusals';
import { PersonFacts } from './person-facts';
import { PersonSessions } from './person-sessions';
import { PersonSignIns } from './person-sign-ins';
import { PersonStore } from './person-store';
import { PersonTickets } from './person-tickets';

/** Who somebody is, what they asked for or work on, and what a role may do about them. */
@Component({
  selector: 'desk-person-page',
  imports: [
    ActiveState,
    Busy,
    LoadFrame,
    MatButton,
    MatIcon,
    PageHeader,
    PersonFacts,
    PersonSessions,
    PersonSignIns,
    PersonTickets,
    Refusals,
    RouterLink,
    TranslocoPipe,
  ],
  providers: [Activation, PersonStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  templateUrl: './person-page.html',
  styleUrl: './person-page.scss',
})
export class PersonPage {
  private readonly user = inject(Session).user;
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly last = inject(LastPeople);
  private readonly header = viewChild(PageHeader);

  protected readonly store = inject(PersonStore);
  protected readonly activation = inject(Activation);
  protected readonly back = computed(() =>
    this.router.createUrlTree(['/accounts/users'], { queryParams: this.last.queryParams() }),
  );
  protected readonly isMe = computed(() => this.store.person.value()?.id === this.user()?.id);
  protected readonly subtitle = computed(() => {
    const role = this.store.person.value()?.role;
    return role && this.transloco.translate(`shell.role.${role}`);
  });

  constructor() {
    inject(CommandRegistry).register([
      {
        id: 'person-back',
        label: 'people.page.back',
        group: 'people.page.title',
        icon: 'arrow_back',
        keys: ['u'],
        run: () => void this.router.navigateByUrl(this.back(), { info: WAY_BACK }),
      },
    ]);
    const title = inject(PageTitle);
    effect(() => {
      const person = this.store.person.value();
      if (person) title.show(person.full_name);
    });
  }

  protected async setActive(active: boolean): Promise<void> {
    const person = this.store.person.value();
    if (!person) return;
    await this.activation.run([person], active, () => {
      this.store.person.reload();
      this.header()?.focus();
    });
  }
}
