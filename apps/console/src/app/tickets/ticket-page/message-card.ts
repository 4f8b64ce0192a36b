import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Avatar, type IconName, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { DownloadList } from './download-list';
import { type Message, type MessageKind } from './message';

const ICONS: Record<MessageKind, IconName> = {
  customer: 'person',
  staff: 'support_agent',
  note: 'sticky_note_2',
  system: 'bolt',
};

@Component({
  selector: 'desk-message-card',
  imports: [Avatar, DownloadList, MatIcon, TimeAgo, TranslocoPipe],
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
        <strong>{{ message().author }}</strong>
        <span class="kind">
          <mat-icon [svgIcon]="icons[message().kind]" />{{ 'ticket.page.from.' + message().kind | transloco }}
        </span>
        <desk-time class="desk-muted" [value]="message().at" />
      </header>
      @if (message().isPlain) {
        <div class="content plain">{{ message().content }}</div>
      } @else {
        <div class="content" [innerHTML]="message().content"></div>
      }
      @if (message().files.length) {
        <desk-download-list [files]="message().files" />
      }
    </article>
  `,
  styleUrl: './message-card.scss',
})
export class MessageCard {
  readonly message = input.required<Message>();
  protected readonly icons = ICONS;
}
