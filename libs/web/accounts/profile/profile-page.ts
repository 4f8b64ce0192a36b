import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Session } from '@desk/web/core';
import { LoadFrame, PageHeader } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { LinkedAccounts } from '../provider/linked-accounts';
import { EmailCard } from '../recovery/email-card';
import { Appearance } from './appearance';
import { ProfileForm } from './profile-form';
import { ProfilePicture } from './profile-picture';
import { ProfileStore } from './profile-store';

@Component({
  selector: 'desk-profile-page',
  imports: [
    Appearance,
    EmailCard,
    LinkedAccounts,
    LoadFrame,
    PageHeader,
    ProfileForm,
    ProfilePicture,
    TranslocoPipe,
  ],
  providers: [ProfileStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  template: `
    <desk-page-header
      [heading]="'accounts.profile.title' | transloco"
      [subtitle]="(isStaff() ? 'accounts.profile.subtitle' : 'accounts.profile.subtitleCustomer') | transloco"
    />
    <desk-load-frame [source]="store.profile" skeleton="cards" [count]="3">
      @if (store.profile.value(); as profile) {
        <desk-profile-picture [profile]="profile" />
        <desk-profile-form [profile]="profile" />
      }
    </desk-load-frame>
    <desk-email-card />
    <desk-linked-accounts [linked]="linked()" [problem]="problem()" />
    <desk-appearance />
  `,
})
export class ProfilePage {
  /** Query parameters of the way back from a provider. */
  readonly linked = input<string>();
  readonly problem = input<string>();

  protected readonly store = inject(ProfileStore);
  protected readonly isStaff = inject(Session).isStaff;
}
