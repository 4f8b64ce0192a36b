import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { type InvitationView } from '@desk/web/api-client';
import { Formats, TickingClock } from '@desk/web/core';
import {
  Confirm,
  EmptyState,
  ListToolbar,
  LoadFrame,
  Notices,
  PageHeader,
  Pager,
  TimeAgo,
} from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { InvitationsStore, PAGE_SIZE } from './invitations-store';
import { InviteDialog } from './invite-dialog';

/** Invitations that nobody has accepted yet: a new one, another mail, or none after all. */
@Component({
  selector: 'desk-invitations',
  imports: [
    EmptyState,
    ListToolbar,
    LoadFrame,
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    PageHeader,
    Pager,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [InvitationsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page' },
  templateUrl: './invitations.html',
  styleUrl: './invitations.scss',
})
export class Invitations {
  private readonly dialogs = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly clock = inject(TickingClock);
  private readonly header = viewChild.required(PageHeader);
  protected readonly formats = inject(Formats);
  protected readonly store = inject(InvitationsStore);

  protected readonly pageSize = PAGE_SIZE;
  protected readonly rows = computed(() => {
    const now = this.clock.minute();
    const invitations = this.store.invitations.value()?.results ?? [];
    return invitations.map((invitation) => ({
      ...invitation,
      isExpired: new Date(invitation.expires_at).getTime() <= now,
    }));
  });

  protected async invite(): Promise<void> {
    const opened = this.dialogs.open<InviteDialog, InvitationsStore, string>(InviteDialog, {
      data: this.store,
      width: 'min(560px, 92vw)',
      maxWidth: '92vw',
    });
    const email = await firstValueFrom(opened.afterClosed());
    if (email !== undefined) this.say('invitations.sent', { email });
  }

  protected async resend({ id, email }: InvitationView): Promise<void> {
    try {
      await this.store.resend(id);
      this.say('invitations.resent', { email });
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  protected async withdraw({ id, name }: InvitationView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: this.words('invitations.withdrawHeading'),
      text: this.words('invitations.withdrawText', { name }),
      action: this.words('invitations.withdraw'),
      isDestructive: true,
    });
    if (!sure) return;
    try {
      await this.store.withdraw(id);
      this.say('invitations.withdrawn');
      // The row is gone, and its button with it.
      this.header().focus();
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  private say(key: string, values?: Record<string, string>): void {
    this.notices.done(this.words(key, values));
  }

  private words(key: string, values?: Record<string, string>): string {
    return this.transloco.translate(key, values);
  }
}
