import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ConfirmEmail } from '@desk/web/accounts';
import { PageHeader } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-confirm-address',
  imports: [ConfirmEmail, PageHeader, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  template: `
    <desk-page-header [heading]="'accounts.recovery.' + kind() + 'Title' | transloco" />
    <section class="desk-card"><desk-confirm-email [kind]="kind()" /></section>
  `,
})
export class ConfirmAddress {
  /** Of the route: what the link is for. */
  readonly kind = input.required<'verify' | 'change'>();
}
