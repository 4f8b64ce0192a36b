import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LoadFrame } from '@desk/web/ui';
import { EditForm } from './edit-form';
import { EditPersonStore } from './edit-person-store';

/** Somebody's account, changed by an administrator. */
@Component({
  selector: 'desk-edit-person',
  imports: [EditForm, LoadFrame],
  providers: [EditPersonStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-page desk-page-narrow' },
  template: `
    <desk-load-frame isPage back="/accounts/users" [source]="store.person" skeleton="cards" [count]="2">
      @for (person of store.shown(); track person.id) {
        <desk-edit-form [person]="person" />
      }
    </desk-load-frame>
  `,
})
export class EditPerson {
  protected readonly store = inject(EditPersonStore);
}
