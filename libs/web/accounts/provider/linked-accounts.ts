import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type IdentityView } from '@desk/web/api-client';
import { Busy, Confirm, LoadFrame, Notices, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { IdentitiesStore } from './identities-store';
import { ProviderProblem } from './provider-problem';
import { Providers } from './providers';

interface Row {
  /** The provider's name, or the identity's id where its provider is no longer offered. */
  key: string;
  title: string;
  identity: IdentityView | undefined;
}

/** Which identities elsewhere open one's own account. Not there at a desk that offers none. */
@Component({
  selector: 'desk-linked-accounts',
  imports: [Busy, LoadFrame, MatButton, ProviderProblem, TimeAgo, TranslocoPipe],
  providers: [IdentitiesStore, Providers],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './linked-accounts.html',
  styleUrl: './linked-accounts.scss',
})
export class LinkedAccounts {
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly providers = inject(Providers);
  protected readonly store = inject(IdentitiesStore);

  /** Query parameters of the way back from a provider: its name, or what went wrong. */
  readonly linked = input<string>();
  readonly problem = input<string>();

  protected readonly busy = signal<string | null>(null);
  protected readonly rows = computed<Row[]>(() => {
    const offered = this.providers.offered.value() ?? [];
    const linked = this.store.linked.value() ?? [];
    const open = offered.map(({ name, title }) => {
      return { key: name, title, identity: linked.find(({ provider }) => provider?.name === name) };
    });
    const gone = linked.filter(({ provider }) => provider === null);
    return [...open, ...gone.map((identity) => ({ key: identity.id, title: identity.issuer, identity }))];
  });
  protected readonly justLinked = computed(() => {
    const row = this.rows().find(({ key }) => key === this.linked());
    return row?.identity && row.title;
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    // The way back ends at the top of a page that has this card far below.
    afterRenderEffect(() => {
      const cameBack = this.problem() !== undefined || this.linked() !== undefined;
      if (cameBack && this.store.linked.value()) host.nativeElement.scrollIntoView({ block: 'center' });
    });
  }

  protected link(name: string): Promise<void> {
    return this.alone(name, () => this.store.link(name));
  }

  protected async unlink(key: string, provider: string, identity: IdentityView): Promise<void> {
    const say = (what: string) => this.transloco.translate(`accounts.provider.linked.${what}`, { provider });
    const question = { heading: say('sure'), text: say('sureText'), action: say('unlink') };
    if (!(await this.confirm.ask({ ...question, isDestructive: true }))) return;
    await this.alone(key, async () => {
      await this.store.unlink(identity);
      this.notices.done(say('unlinked'));
    });
  }

  private async alone(key: string, work: () => Promise<void>): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(key);
    try {
      await work();
    } catch (thrown) {
      this.notices.failed(thrown);
    } finally {
      this.busy.set(null);
    }
  }
}
