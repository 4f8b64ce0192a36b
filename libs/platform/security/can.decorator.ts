import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';

import { type Permission } from '@desk/contracts';

export const CAN = 'desk:can';
export const PUBLIC = 'desk:public';

/** Opens a route to the roles that hold `permission`; documents it as needing a bearer token. */
export function Can(permission: Permission): MethodDecorator {
  return applyDecorators(SetMetadata(CAN, permission), ApiBearerAuth());
}

/** Opens a route to everyone, signed in or not. */
export function Public(): MethodDecorator {
  return SetMetadata(PUBLIC, true);
}
