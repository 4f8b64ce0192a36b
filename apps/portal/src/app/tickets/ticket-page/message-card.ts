import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { AttachmentList, Avatar, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Message } from './message';

@Component({
  selector: 'desk-message-card',
  imports: [AttachmentList, Avatar, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.mine]': 'message().isMine', '[class.system]': 'message().isSystem' },
  template: `
    @let said = message();
    <div class="who">
      @if (!said.isSystem) {
        <desk-avatar
          [name]="said.author"
          [initials]="said.person?.initials ?? ''"
          [url]="said.person?.avatar ?? null"
        />
        <strong dir="auto">{{ said.isMine ? ('tickets.page.you' | transloco) : said.author }}</strong>
      }
      <desk-time class="desk-muted" [value]="said.at" />
    </div>
    @if (said.isRich) {
      <div class="content" dir="auto" [innerHTML]="said.content"></div>
    } @else {
      <div class="content plain" dir="auto">{{ said.content }}</div>
    }
    @if (said.files.length) {
      <desk-attachment-list [files]="said.files" />
    }
  `,
  styleUrl: './message-card.scss',
})
export class MessageCard {
  readonly message = input.required<Message>();
}
