import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { ConfirmEmail } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-confirm-address',
  imports: [ConfirmEmail, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="desk-card">
      <div class="words">
        <h1>{{ 'accounts.recovery.' + kind() + 'Title' | transloco }}</h1>
      </div>
      <desk-confirm-email [kind]="kind()" />
    </section>
  `,
  styleUrl: '../door.scss',
})
export class ConfirmAddress {
  /** Of the route: what the link is for. */
  readonly kind = input.required<'verify' | 'change'>();
}
