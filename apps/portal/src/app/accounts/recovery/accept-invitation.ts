import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AcceptInvitationForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'desk-accept-invitation',
  imports: [AcceptInvitationForm, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="desk-card">
      <div class="words">
        <h1>{{ 'accounts.recovery.invitationHeading' | transloco }}</h1>
        <p>{{ 'accounts.recovery.invitationText' | transloco }}</p>
      </div>
      <desk-accept-invitation-form />
    </section>
  `,
  styleUrl: '../door.scss',
})
export class AcceptInvitation {}
