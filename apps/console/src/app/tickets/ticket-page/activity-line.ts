import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { type ActivityType, type ActivityView } from '@desk/web/api-client';
import { type IconName, TimeAgo } from '@desk/web/ui';
import { ActivityWords } from './activity-words';

const ICONS: Record<ActivityType, IconName> = {
  created: 'add',
  status_changed: 'contrast',
  assigned: 'person',
  escalated: 'keyboard_double_arrow_up',
  priority_changed: 'flag',
  commented: 'reply',
  tag_added: 'sell',
  category_changed: 'category',
  resolved: 'check_circle',
  closed: 'cancel',
  reopened: 'refresh',
  due_date_set: 'calendar_month',
  sla_breached: 'warning',
  attachment_added: 'attach_file',
  updated: 'edit',
};

/** One thing that happened, in one sentence. */
@Component({
  selector: 'desk-activity-line',
  imports: [MatIcon, TimeAgo],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.late]': "activity().activity_type === 'sla_breached'" },
  template: `
    <mat-icon [svgIcon]="icon()" />
    <span class="words">
      @for (stretch of sentence(); track $index) {
        @if (stretch.isValue) {
          <bdi [textContent]="stretch.text"></bdi>
        } @else {
          <span [textContent]="stretch.text"></span>
        }
      }
      <desk-time [value]="activity().created_at" />
    </span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: flex-start;
      gap: 8px;
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }

    :host(.late) .mat-icon {
      color: var(--desk-danger);
    }

    .mat-icon.mat-icon {
      width: 16px;
      height: 16px;
      margin-top: 2px;
    }

    .words {
      min-width: 0;
      overflow-wrap: anywhere;
    }

    desk-time {
      margin-inline-start: 8px;
    }

    bdi {
      color: var(--desk-ink);
      font-weight: 500;
    }
  `,
})
export class ActivityLine {
  private readonly words = inject(ActivityWords);
  readonly activity = input.required<ActivityView>();

  protected readonly icon = computed(() => ICONS[this.activity().activity_type]);
  protected readonly sentence = computed(() => this.words.sentence(this.activity()));
}
