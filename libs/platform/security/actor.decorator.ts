import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

import { type PersonActor } from './actor';
import { type DeskRequest } from './access.guard';

/** The signed-in person, on routes with `@Can`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): PersonActor => {
  const { actor } = context.switchToHttp().getRequest<DeskRequest>();
  if (!actor) throw new Error('CurrentActor on a route without @Can');
  return actor;
});

/** The signed-in person or null, on routes with `@Public('welcome')` or `@Public('judged')`. */
export const OptionalActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): PersonActor | null =>
    context.switchToHttp().getRequest<DeskRequest>().actor ?? null,
);
