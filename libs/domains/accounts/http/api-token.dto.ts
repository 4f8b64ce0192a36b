import { TOKEN_SCOPES, type TokenScope } from '@desk/contracts';
import { toIso } from '@desk/platform/database';
import { Instant, Line, Text, Uuid, Choices } from '@desk/platform/http';

import { ApiTokenWish } from '../actions/create-api-token';
import { API_TOKEN_NAME_MAX, scopesOf } from '../model/api-token';
import { ApiTokenRow } from '../store/api-tokens';

const SCOPES = 'read: GET; write: everything else; admin: people, policies, rules, settings.';

export class CreateApiTokenBody {
  @Line({ max: API_TOKEN_NAME_MAX, example: 'Nightly export' })
  name!: string;

  @Choices(TOKEN_SCOPES, { name: 'TokenScope', description: SCOPES })
  scopes!: TokenScope[];

  @Instant({ optional: true, nullable: true, description: 'Left out: until it is revoked.' })
  expires_at?: string | null;
}

export function toApiTokenWish({ name, scopes, expires_at }: CreateApiTokenBody): ApiTokenWish {
  return { name, scopes, expiresAt: expires_at ? new Date(expires_at) : null };
}

export class NewApiTokenView {
  @Uuid()
  id!: string;

  @Text({ max: API_TOKEN_NAME_MAX })
  name!: string;

  @Text({ max: 100, description: 'Shown this once.', example: 'jrd_…' })
  token!: string;
}

export class ApiTokenView {
  @Uuid()
  id!: string;

  @Text({ max: API_TOKEN_NAME_MAX })
  name!: string;

  @Text({ max: 20, description: 'What the token begins with.' })
  prefix!: string;

  @Choices(TOKEN_SCOPES, { name: 'TokenScope', description: SCOPES })
  scopes!: TokenScope[];

  @Instant()
  created_at!: string;

  @Instant({ nullable: true, description: 'To within a minute.' })
  last_used_at!: string | null;

  @Instant({ nullable: true })
  expires_at!: string | null;
}

export function toApiTokenView(row: ApiTokenRow): ApiTokenView {
  const { id, name, prefix } = row;
  return {
    id,
    name,
    prefix,
    scopes: scopesOf(row.scopes),
    created_at: toIso(row.created_at),
    last_used_at: toIso(row.last_used_at),
    expires_at: toIso(row.expires_at),
  };
}
