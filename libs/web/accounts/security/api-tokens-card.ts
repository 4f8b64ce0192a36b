import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Api, type ApiTokenView, listApiTokens, revokeApiToken } from '@desk/web/api-client';
import { Formats, loadable } from '@desk/web/core';
import { Confirm, LoadFrame, Notices, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { ApiTokenDialog } from './api-token-dialog';

const SHOWN = 100;

@Component({
  selector: 'desk-api-tokens-card',
  imports: [LoadFrame, MatButton, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  templateUrl: './api-tokens-card.html',
  styleUrl: './security-card.scss',
})
export class ApiTokensCard {
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  protected readonly formats = inject(Formats);

  protected readonly tokens = loadable({
    params: () => 'mine',
    load: () => this.api.invoke(listApiTokens, { page_size: SHOWN }),
  });

  protected hasEnded({ expires_at }: ApiTokenView): boolean {
    return expires_at !== null && new Date(expires_at).getTime() <= Date.now();
  }

  protected make(): void {
    const opened = this.dialog.open(ApiTokenDialog, { maxWidth: 'min(520px, 92vw)', width: '520px' });
    opened.afterClosed().subscribe(() => this.tokens.reload());
  }

  protected async revoke({ id, name }: ApiTokenView): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.transloco.translate('accounts.security.tokenRevokeHeading'),
      text: this.transloco.translate('accounts.security.tokenRevokeText', { name }),
      action: this.transloco.translate('accounts.security.tokenRevoke'),
      isDestructive: true,
    });
    if (!isSure) return;
    try {
      await this.api.invoke(revokeApiToken, { id });
    } catch (thrown) {
      this.notices.failed(thrown);
    }
    this.tokens.reload();
  }
}
