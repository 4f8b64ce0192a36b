import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Notices } from '@desk/web/ui';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';

const FILE = 'recovery-codes.txt';

/** The codes, this once: to be copied or downloaded. */
@Component({
  selector: 'desk-recovery-codes',
  imports: [MatButton, MatIcon, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ 'accounts.security.codes' | transloco }}</h3>
    <p class="desk-muted">{{ 'accounts.security.codesText' | transloco }}</p>
    <ul class="codes">
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ul>
    <div class="actions">
      <button matButton="outlined" type="button" (click)="copy()">
        <mat-icon svgIcon="content_copy" />{{ 'accounts.security.copy' | transloco }}
      </button>
      <button matButton="outlined" type="button" (click)="download()">
        <mat-icon svgIcon="download" />{{ 'accounts.security.download' | transloco }}
      </button>
      <button matButton="filled" type="button" (click)="kept.emit()">
        {{ 'accounts.security.codesKept' | transloco }}
      </button>
    </div>
  `,
  styleUrl: './security-card.scss',
})
export class RecoveryCodes {
  private readonly clipboard = inject(Clipboard);
  private readonly document = inject(DOCUMENT);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);

  readonly codes = input.required<readonly string[]>();
  readonly kept = output();

  protected copy(): void {
    this.clipboard.copy(this.codes().join('\n'));
    this.notices.done(this.transloco.translate('accounts.security.copied'));
  }

  protected download(): void {
    const url = URL.createObjectURL(new Blob([`${this.codes().join('\n')}\n`], { type: 'text/plain' }));
    const link = this.document.createElement('a');
    link.href = url;
    link.download = FILE;
    link.click();
    URL.revokeObjectURL(url);
  }
}
