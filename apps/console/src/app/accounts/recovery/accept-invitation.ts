import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AcceptInvitationForm } from '@desk/web/accounts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Entrance } from '../entrance';

@Component({
  selector: 'desk-accept-invitation',
  imports: [AcceptInvitationForm, Entrance, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <desk-entrance
      [heading]="'accounts.recovery.invitationHeading' | transloco"
      [text]="'accounts.recovery.invitationText' | transloco"
    >
      <desk-accept-invitation-form />
    </desk-entrance>
  `,
})
export class AcceptInvitation {}
