import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { APP_KIND, PageAddress, Session, URL_PREFIX, localPath } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Providers } from './providers';

/** Below a form of sign-in or registration: the ways around it. Nothing where there are none. */
@Component({
  selector: 'desk-provider-buttons',
  imports: [MatButton, TranslocoPipe],
  providers: [Providers],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (provider of providers.offered.value(); track provider.name) {
      @if ($first) {
        <p>{{ 'accounts.provider.or' | transloco }}</p>
      }
      <button matButton="outlined" type="button" (click)="leaveFor(provider.name)">
        {{ 'accounts.provider.continue' | transloco: { provider: provider.title } }}
      </button>
    }
  `,
  styleUrl: './provider-buttons.scss',
})
export class ProviderButtons {
  private readonly session = inject(Session);
  private readonly page = inject(PageAddress);
  private readonly prefix = inject(URL_PREFIX);
  private readonly app = inject(APP_KIND);
  protected readonly providers = inject(Providers);

  /** The page to come back to. */
  readonly next = input<string>();

  protected leaveFor(name: string): void {
    const query = new URLSearchParams({ app: this.app, next: localPath(this.next() ?? null) });
    this.session.expectSignIn();
    this.page.leaveFor(`${this.prefix}/api/accounts/oidc/${encodeURIComponent(name)}/start/?${query}`);
  }
}
