import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { roleMay } from '@desk/contracts';
import {
  Api,
  askPasswordReset,
  endUserSession,
  endUserSessions,
  getUser,
  listLoginAudit,
  listTickets,
  listUserSessions,
  resetSecondFactor,
} from '@desk/web/api-client';
import { Session, isolated, loadable } from '@desk/web/core';
import { Confirm, Notices } from '@desk/web/ui';
import { TranslocoService } from '@jsverse/transloco';
import { mayManage } from '../shared/may-manage';

const LATEST = 5;
const MOST = 100;

/** One person with their latest tickets, sessions and sign-ins. */
@Injectable()
export class PersonStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.paramMap, { initialValue: this.route.snapshot.paramMap });
  private readonly id = computed(() => this.address().get('id') ?? undefined);

  readonly person = loadable({ params: this.id, load: (id) => this.api.invoke(getUser, { id }) });
  private readonly known = computed(() => this.person.value()?.id);
  private readonly isStaff = computed(() => this.person.value()?.is_staff);

  /** What they asked for. */
  readonly asked = loadable({
    params: this.known,
    load: (customer) => this.api.invoke(listTickets, { customer, ...latest }),
  });
  /** What they work on: only staff do. */
  readonly assigned = loadable({
    params: () => (this.isStaff() ? this.known() : undefined),
    load: (assigned_agent) => this.api.invoke(listTickets, { assigned_agent, ...latest }),
  });
  readonly mayManage = computed(() => {
    const person = this.person.value();
    return person !== undefined && mayManage(this.session.user()?.role, person);
  });
  readonly sessions = loadable({
    params: () => (this.mayManage() ? this.known() : undefined),
    load: (id) => this.api.invoke(listUserSessions, { id, page_size: MOST }),
  });
  /** Their own is a matter of the page about what keeps an account safe. */
  readonly mayResetFactor = computed(() => {
    const [user, person] = [this.session.user(), this.person.value()];
    if (user === null || person === undefined || !roleMay(user.role, 'factor.policy')) return false;
    return person.is_staff && !person.is_invited && person.id !== user.id;
  });
  readonly maySeeSignIns = computed(() => {
    const user = this.session.user();
    return user !== null && roleMay(user.role, 'loginAudit.read');
  });
  readonly signIns = loadable({
    params: () => (this.maySeeSignIns() ? this.known() : undefined),
    load: (user) => this.api.invoke(listLoginAudit, { user, page_size: LATEST }),
  });

  endSession(session: string): Promise<void> {
    return this.end('one', (id) => this.api.invoke(endUserSession, { id, session }));
  }

  endSessions(): Promise<void> {
    return this.end('all', (id) => this.api.invoke(endUserSessions, { id }));
  }

  async resetFactor(): Promise<void> {
    const person = this.person.value();
    if (!person) return;
    const isSure = await this.confirm.ask({
      heading: this.transloco.translate('people.factor.heading'),
      text: this.transloco.translate('people.factor.text', { name: isolated(person.full_name) }),
      action: this.transloco.translate('people.factor.action'),
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.api.invoke(resetSecondFactor, { id: person.id });
      this.notices.done(this.transloco.translate('people.factor.done'));
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.sessions.reload();
  }

  async sendPasswordReset(): Promise<void> {
    const person = this.person.value();
    if (!person) return;
    try {
      await this.api.invoke(askPasswordReset, { body: { email: person.email } });
      this.notices.done(this.transloco.translate('people.page.resetSent', { email: person.email }));
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** What is signed out cannot be signed in again from here: it asks. */
  private async end(which: 'one' | 'all', act: (id: string) => Promise<unknown>): Promise<void> {
    const person = this.person.value();
    if (!person) return;
    const words = (key: string) =>
      this.transloco.translate('people.sessions.ask.' + `${key}.${which}`, {
        name: isolated(person.full_name),
      });
    const question = { heading: words('heading'), text: words('text'), action: words('action') };
    if (!(await this.confirm.ask({ ...question, isDestructive: true }))) return;
    try {
      await act(person.id);
      this.notices.done(words('done'));
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.sessions.reload();
  }
}

const latest = { page_size: LATEST, ordering: '-updated_at' } as const;
