import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type UserView } from '@desk/web/api-client';
import { Avatar, TimeAgo } from '@desk/web/ui';
import { TranslocoPipe } from '@jsverse/transloco';

/** What is known of somebody; what is empty is left out. */
@Component({
  selector: 'desk-person-facts',
  imports: [Avatar, TimeAgo, TranslocoPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'desk-card' },
  template: `
    @let who = person();
    <desk-avatar size="large" [name]="who.full_name" [initials]="who.initials" [url]="who.avatar" />
    <h2>{{ 'people.page.facts' | transloco }}</h2>
    <dl>
      <div>
        <dt>{{ 'people.column.email' | transloco }}</dt>
        <dd>
          <a [href]="'mailto:' + who.email">{{ who.email }}</a>
        </dd>
      </div>
      @if (who.phone) {
        <div>
          <dt>{{ 'people.phone' | transloco }}</dt>
          <dd>
            <a dir="ltr" [href]="'tel:' + who.phone">{{ who.phone }}</a>
          </dd>
        </div>
      }
      @if (who.job_title) {
        <div>
          <dt>{{ 'people.jobTitle' | transloco }}</dt>
          <dd dir="auto">{{ who.job_title }}</dd>
        </div>
      }
      @if (who.department) {
        <div>
          <dt>{{ 'people.department' | transloco }}</dt>
          <dd dir="auto">{{ who.department }}</dd>
        </div>
      }
      @if (who.address) {
        <div>
          <dt>{{ 'people.address' | transloco }}</dt>
          <dd class="address" dir="auto">{{ who.address }}</dd>
        </div>
      }
      <div>
        <dt>{{ 'people.timeZone' | transloco }}</dt>
        <dd>{{ who.timezone_pref }}</dd>
      </div>
      <div>
        <dt>{{ 'people.joined' | transloco }}</dt>
        <dd><desk-time [value]="who.date_joined" /></dd>
      </div>
      <div>
        <dt>{{ 'people.column.last_login' | transloco }}</dt>
        <dd>
          @if (who.last_login; as at) {
            <desk-time [value]="at" />
          } @else {
            {{ 'people.never' | transloco }}
          }
        </dd>
      </div>
    </dl>
  `,
  styles: `
    :host {
      display: block;
    }

    h2 {
      margin-top: 12px;
    }

    dl {
      display: flex;
      flex-direction: column;
      gap: 12px;
      margin: 12px 0 0;
    }

    dt {
      color: var(--desk-muted);
      font-size: var(--desk-text-small);
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }

    .address {
      white-space: pre-line;
    }
  `,
})
export class PersonFacts {
  readonly person = input.required<UserView>();
}
