import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
} from '@angular/core';
import { type TicketDetailView } from '@desk/web/api-client';
import { LoadFrame } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { EventGroup } from './event-group';
import { MessageCard } from './message-card';
import { TicketStore } from './ticket-store';
import { toTimeline } from './timeline';

/** How far from the end a reader still counts as being at it. */
const NEAR_END_PX = 80;

/** What was said and done, newest last: it opens at its end and follows it, unless somebody reads further up. */
@Component({
  selector: 'desk-conversation-list',
  imports: [EventGroup, LoadFrame, MessageCard, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(scroll)': 'look()' },
  template: `
    <desk-load-frame [source]="store.conversation" skeleton="cards" [count]="3">
      <div class="entries" role="log" tabindex="0" [attr.aria-label]="'ticket.page.conversation' | transloco">
        @for (entry of entries(); track entry.id) {
          @if (entry.message; as message) {
            <desk-message-card [message]="message" />
          } @else if (entry.events; as events) {
            <desk-event-group [events]="events" />
          }
        }
      </div>
    </desk-load-frame>
  `,
  styles: `
    :host {
      display: block;
    }

    .entries {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
  `,
})
export class ConversationList {
  private readonly box = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(TicketStore);
  private isAtEnd = true;

  readonly ticket = input.required<TicketDetailView>();

  protected readonly entries = computed(() => {
    const conversation = this.store.conversation.value();
    return conversation ? toTimeline(this.ticket(), conversation) : [];
  });

  constructor() {
    afterRenderEffect(() => {
      this.entries();
      if (this.isAtEnd) this.box.scrollTop = this.box.scrollHeight;
    });
  }

  protected look(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.box;
    this.isAtEnd = scrollTop + clientHeight >= scrollHeight - NEAR_END_PX;
  }
}
