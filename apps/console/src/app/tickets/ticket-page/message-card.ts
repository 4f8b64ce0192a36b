import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { AttachmentList, Avatar, type IconName, Isolate, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Message, type MessageKind } from './message';

const ICONS: Record<MessageKind, IconName> = {
  customer: 'person',
  staff: 'support_agent',
  note: 'lock',
  system: 'bolt',
};

@Component({
  selector: 'desk-message-card',
  imports: [AttachmentList, Avatar, Isolate, MatIcon, RouterLink, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': 'message().kind' },
  template: `
    <desk-avatar
      [name]="message().author"
      [initials]="message().person?.initials"
      [url]="message().person?.avatar ?? null"
    />
    <article>
      <header>
        @if (message().person; as person) {
          <a class="name" dir="auto" [routerLink]="['/accounts/users', person.id]">{{ message().author }}</a>
        } @else {
          <strong dir="auto">{{ message().author }}</strong>
        }
        <span class="kind">
          <mat-icon [svgIcon]="icons[message().kind]" />{{ 'ticket.page.from.' + message().kind | transloco }}
        </span>
        @if (message().onBehalfOf; as customer) {
          <span class="kind">{{ 'ticket.page.onBehalfOf' | transloco: { name: customer | isolate } }}</span>
        }
        <desk-time class="desk-muted" [value]="message().at" />
      </header>
      @if (message().isPlain) {
        <div class="content plain" dir="auto">{{ message().content }}</div>
      } @else {
        <div class="content desk-prose" dir="auto" [innerHTML]="message().content"></div>
      }
      @if (message().files.length) {
        <desk-attachment-list [files]="message().files" />
      }
    </article>
  `,
  styleUrl: './message-card.scss',
})
export class MessageCard {
  readonly message = input.required<Message>();
  protected readonly icons = ICONS;
}
