import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Api, getUser } from '@desk/web/api-client';
import { loadable } from '@desk/web/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** Only tickets of this person are shown, until it is taken away. */
@Component({
  selector: 'desk-person-filter',
  imports: [MatIcon, MatIconButton, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <span class="desk-muted">{{ label() | transloco }}</span>
    <bdi>{{ person.value()?.full_name ?? (person.isLoading() ? '…' : '?') }}</bdi>
    <button
      matIconButton
      type="button"
      [attr.aria-label]="'ticket.list.anybody' | transloco"
      (click)="removed.emit()"
    >
      <mat-icon svgIcon="close" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
      max-width: 100%;
      height: var(--desk-control);
      padding-inline-start: 12px;
      border-radius: var(--desk-radius);
      background: var(--desk-accent-soft);
      color: var(--desk-on-accent-soft);
    }

    bdi {
      overflow: hidden;
      font-weight: 500;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .desk-muted {
      color: inherit;
    }

    button {
      flex: none;
    }
  `,
})
export class PersonFilter {
  private readonly api = inject(Api);

  /** Key of the strings: what this person is to the tickets. */
  readonly label = input.required<string>();
  readonly personId = input.required<string>();
  readonly removed = output();

  protected readonly person = loadable({
    params: () => this.personId(),
    load: (id) => this.api.invoke(getUser, { id }),
  });
}
