import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiQuery } from '@nestjs/swagger';

import { type Permission } from '@desk/contracts';

export const CAN = 'desk:can';
export const PUBLIC = 'desk:public';
export const BY_LINK = 'desk:by-link';

/** Opens a route to the roles that hold `permission`; documents it as needing a bearer token. */
export function Can(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(CAN, permission), ApiBearerAuth());
}

/** Beside `@Can`: a signed link (`?t=`) stands in for the bearer token. Never the cookie. */
export function BySignedLink(): MethodDecorator {
  return applyDecorators(
    SetMetadata(BY_LINK, true),
    ApiQuery({ name: 't', type: String, required: false, description: 'As the `url` of the answer has it.' }),
  );
}

/** Opens a route to everyone, signed in or not. */
export function Public(): MethodDecorator {
  return SetMetadata(PUBLIC, true);
}
