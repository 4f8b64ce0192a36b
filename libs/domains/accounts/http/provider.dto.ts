import { Instant, OneOf, Part, Text, Uuid } from '@desk/platform/http';

import { type LinkedIdentity } from '../actions/identity-queries';
import { DESK_APPLICATIONS, type DeskApplication } from '../actions/provider-flows';

export class StartProviderQuery {
  @OneOf(DESK_APPLICATIONS, {
    optional: true,
    description: 'Where it began, and ends; `portal` unless told.',
  })
  app?: DeskApplication;

  @Text({
    optional: true,
    max: 2000,
    min: 0,
    description: 'The page to end at, as a path inside the application.',
  })
  next?: string;
}

export class ProviderView {
  @Text({ max: 60, description: 'As in `accounts/oidc/<name>/start/`.' })
  name!: string;

  @Text({ max: 40, description: 'For people.' })
  title!: string;
}

export function toProviderView({ name, title }: ProviderView): ProviderView {
  return { name, title };
}

/** Where the browser has to go now. */
export class DepartureView {
  @Text({ max: 4096 })
  url!: string;
}

export class IdentityView {
  @Uuid()
  id!: string;

  @Part(() => ProviderView, { nullable: true, description: 'Null where it is no longer offered.' })
  provider!: ProviderView | null;

  @Text({ max: 255 })
  issuer!: string;

  @Text({ max: 254, min: 0, description: 'As it was there when the two were linked.' })
  email!: string;

  @Instant()
  linked_at!: string;

  @Instant()
  last_used_at!: string;
}

export function toIdentityView({ provider, ...identity }: LinkedIdentity): IdentityView {
  const { id, issuer, email, linked_at, last_used_at } = identity;
  return {
    id,
    provider: provider === null ? null : toProviderView(provider),
    issuer,
    email,
    linked_at: linked_at.toISOString(),
    last_used_at: last_used_at.toISOString(),
  };
}
