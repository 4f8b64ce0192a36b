import { toIso } from '@desk/platform/database';
import { Bool, Instant, OneOf, Text, Uuid } from '@desk/platform/http';
import { PersonActor } from '@desk/platform/security';

import { SESSION_KINDS, type SessionKind } from '../model/session';
import { SessionRow } from '../store/session-list';
import { deviceWords } from './device-words';

/** A device that is signed in. */
export class OwnSessionView {
  @Uuid()
  id!: string;

  @OneOf(SESSION_KINDS, { description: 'Our own pages, or a client that keeps its tokens itself.' })
  kind!: SessionKind;

  @Text({ max: 120, description: 'In words, from the user agent.', example: 'Firefox 132 on Windows' })
  device!: string;

  @Text({ max: 45, min: 0, description: 'Where it signed in from.' })
  ip_address!: string;

  @Text({ max: 500, min: 0 })
  user_agent!: string;

  @Instant()
  created_at!: string;

  @Instant({ description: 'To within five minutes.' })
  last_used_at!: string;

  @Instant()
  expires_at!: string;

  @Bool({ description: 'True for the one that asks.' })
  is_current!: boolean;
}

export function toOwnSessionView(row: SessionRow, { sessionId }: PersonActor): OwnSessionView {
  const { id, kind, ip_address, user_agent } = row;
  return {
    id,
    kind,
    device: deviceWords(user_agent),
    ip_address,
    user_agent,
    created_at: toIso(row.created_at),
    last_used_at: toIso(row.last_used_at),
    expires_at: toIso(row.expires_at),
    is_current: id === sessionId,
  };
}
