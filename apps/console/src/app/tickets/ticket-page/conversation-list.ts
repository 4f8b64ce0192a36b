import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type TicketDetailView } from '@desk/web/api-client';
import { Busy, LoadFrame, OpensAtEnd } from '@desk/web/ui';
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
  imports: [Busy, EventGroup, LoadFrame, MatButton, MessageCard, OpensAtEnd, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(scroll)': 'look()' },
  template: `
    <desk-load-frame [source]="store.conversation" skeleton="cards" [count]="3">
      <div
        #log
        class="entries"
        [deskOpensAtEnd]="entries().length"
        role="log"
        tabindex="0"
        [attr.aria-label]="'ticket.page.conversation' | transloco"
      >
        @for (entry of entries(); track entry.id; let isFirst = $first) {
          @if (entry.message; as message) {
            <desk-message-card [message]="message" />
          } @else if (entry.events; as events) {
            <desk-event-group [events]="events" />
          }
          @if (isFirst && hasEarlier()) {
            <button matButton="outlined" type="button" [deskBusy]="store.isGoingBack()" (click)="goBack()">
              @if (hidden(); as count) {
                {{ 'ticket.page.earlierMessages' | transloco: { count } }}
              } @else {
                {{ 'ticket.page.earlierEvents' | transloco }}
              }
            </button>
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

    button {
      align-self: center;
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

  private readonly log = viewChild<ElementRef<HTMLElement>>('log');
  private readonly injector = inject(Injector);
  protected readonly hasEarlier = computed(() => {
    const { comments, activities } = this.store.conversation.value() ?? {};
    return (comments?.earlier ?? activities?.earlier ?? null) !== null;
  });
  /** Messages that are not shown. */
  protected readonly hidden = computed(() => {
    const comments = this.store.conversation.value()?.comments;
    return comments && comments.earlier !== null ? comments.count - comments.rows.length : 0;
  });

  constructor() {
    afterRenderEffect(() => {
      this.entries();
      if (this.isAtEnd) this.box.scrollTop = this.box.scrollHeight;
    });
  }

  /** What was on the screen stays where it is, with the earlier messages above it. */
  protected async goBack(): Promise<void> {
    this.isAtEnd = false;
    const toEnd = this.box.scrollHeight - this.box.scrollTop;
    await this.store.showEarlier();
    const settle = () => {
      this.box.scrollTop = this.box.scrollHeight - toEnd;
      if (!this.hasEarlier()) this.log()?.nativeElement.focus({ preventScroll: true });
    };
    afterNextRender(settle, { injector: this.injector });
  }

  protected look(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.box;
    this.isAtEnd = scrollTop + clientHeight >= scrollHeight - NEAR_END_PX;
  }
}
