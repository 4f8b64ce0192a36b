import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery } from '@nestjs/swagger';

import { type Permission } from '@desk/contracts';

export const CAN = 'desk:can';
export const PUBLIC = 'desk:public';
export const BEFORE_PROFILE = 'desk:before-profile';
export const BY_LINK = 'desk:by-link';
export const WITHOUT_FACTOR = 'desk:without-factor';

/** Opens a route to the roles that hold `permission`; documents it as needing a bearer token. */
export function Can(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(CAN, permission), ApiBearerAuth());
}

/** Open also to somebody who has yet to complete their profile; every other route is a 403 for them. */
export function BeforeProfile(): MethodDecorator {
  return SetMetadata(BEFORE_PROFILE, true);
}

/** Beside `@Can`: a signed link (`?t=`) stands in for the bearer token. Never the cookie. */
export function BySignedLink(): MethodDecorator {
  return applyDecorators(
    SetMetadata(BY_LINK, true),
    ApiQuery({ name: 't', type: String, required: false, description: 'As the `url` of the answer has it.' }),
  );
}

/** Beside `@Can` or `@Public`: also for somebody who has yet to set up the second factor that their role must have. */
export function WithoutFactor(): MethodDecorator {
  return SetMetadata(WITHOUT_FACTOR, true);
}

/** What becomes of a bearer token that comes along to a public route. */
export type TokenOnPublicRoute = 'ignored' | 'welcome' | 'judged';

/**
 * Opens a route to everyone, signed in or not. A token is `ignored`, so that one which has expired is in nobody's way
 * who signs in or renews; `welcome`, where a good one says who it is and a bad one is as none; or `judged`, where a bad
 * one is a 401: for routes that show more to whom they know, lest someone who believes to be signed in is silently
 * taken for a stranger.
 */
export function Public(token: TokenOnPublicRoute = 'ignored'): MethodDecorator {
  return SetMetadata(PUBLIC, token);
}
