import { Injectable } from '@nestjs/common';

import { ActivityTopic, ActivityType } from '@desk/contracts';
import { Database } from '@desk/platform/database';
import { Actor, personId } from '@desk/platform/security';
import { beginning } from '@desk/platform/text';

import { Activity, CUSTOMERS_READ, MAX_VALUE_LENGTH } from '../model/activity';

export interface NewActivity {
  type: ActivityType;
  /** For `updated`. */
  about?: ActivityTopic;
  oldValue?: string | null;
  newValue?: string | null;
  description: string;
  /** For `escalated`. */
  reason?: string;
  /** True unless it tells of something internal; kinds that customers never read are internal always. */
  isPublic: boolean;
}

@Injectable()
export class Activities {
  constructor(private readonly database: Database) {}

  async record(ticketId: number, actor: Actor, at: Date, activities: readonly NewActivity[]): Promise<void> {
    if (activities.length === 0) return;
    await this.database.insert(
      Activity,
      activities.map((activity) => ({
        ticket_id: ticketId,
        activity_type: activity.type,
        about: activity.about ?? null,
        actor_id: personId(actor),
        actor_name: actor.kind === 'person' ? '' : actor.kind === 'rule' ? actor.name : 'system',
        old_value: beginning(activity.oldValue ?? '', MAX_VALUE_LENGTH),
        new_value: beginning(activity.newValue ?? '', MAX_VALUE_LENGTH),
        description: activity.description,
        reason: activity.reason ?? '',
        is_public: activity.isPublic && CUSTOMERS_READ.includes(activity.type),
        created_at: at,
      })),
    );
  }
}
