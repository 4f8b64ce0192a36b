import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatBadge } from '@angular/material/badge';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Router } from '@angular/router';
import { type NotificationItemView } from '@desk/web/api-client';
import { LoadFrame, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { NotificationStore } from './notification-store';

@Component({
  selector: 'desk-notification-bell',
  imports: [
    LoadFrame,
    MatBadge,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    TimeAgo,
    TranslocoPipe,
  ],
  providers: [NotificationStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let unread = store.unread.value() ?? 0;
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="menu"
      [matTooltip]="'shell.notifications.title' | transloco"
      [attr.aria-label]="'shell.notifications.unread' | transloco: { count: unread }"
      (menuOpened)="store.open()"
    >
      <span class="badged" [matBadge]="unread > 99 ? '99+' : unread" [matBadgeHidden]="unread === 0">
        <mat-icon svgIcon="notifications" />
      </span>
    </button>
    <mat-menu #menu xPosition="before">
      <button mat-menu-item type="button" [disabled]="unread === 0" (click)="store.markAllRead()">
        <mat-icon svgIcon="mark_email_read" />{{ 'shell.notifications.readAll' | transloco }}
      </button>
      <desk-load-frame
        role="group"
        skeleton="text"
        [attr.aria-label]="'shell.notifications.title' | transloco"
        [source]="store.latest"
      >
        @for (notification of store.latest.value(); track notification.id) {
          <button mat-menu-item type="button" (click)="follow(notification)">
            <span class="row" [class.unread]="!notification.is_read">
              <span class="title" dir="auto">
                @if (!notification.is_read) {
                  <span class="visually-hidden">{{ 'shell.notifications.new' | transloco }}</span>
                }
                {{ notification.title }}
              </span>
              <span class="desk-muted message" dir="auto">{{ notification.message }}</span>
              <desk-time class="desk-muted" [value]="notification.created_at" />
            </span>
          </button>
        } @empty {
          <p class="desk-muted none">{{ 'shell.notifications.none' | transloco }}</p>
        }
      </desk-load-frame>
    </mat-menu>
  `,
  styles: `
    .badged {
      display: block;
      height: 20px;
    }

    .row {
      display: flex;
      flex-direction: column;
      min-width: 0;
      padding-block: 8px;
      padding-inline-start: 12px;
      border-inline-start: 3px solid transparent;
      font-size: var(--desk-text-small);
      overflow-wrap: anywhere;
    }

    .message {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      line-clamp: 2;
    }

    .unread {
      border-color: var(--desk-accent);

      .title {
        font-weight: 600;
      }
    }

    .title {
      font-size: var(--desk-text);
    }

    .none {
      padding: 8px 16px;
    }
  `,
})
export class NotificationBell {
  private readonly router = inject(Router);
  protected readonly store = inject(NotificationStore);

  protected follow(notification: NotificationItemView): void {
    void this.store.markRead(notification);
    if (notification.ticket) void this.router.navigate(['/tickets', notification.ticket.ticket_id]);
  }
}
