import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';

import { Problem } from './problem';

/** `[CommentView]` is a list of them. */
type Members = Readonly<Record<string, Type | readonly [Type]>>;

/** A problem of this route that may say more than every problem does. */
export function ApiProblem(status: number, description: string, members: Members): MethodDecorator {
  const schemaOf = (type: Type | readonly [Type]) =>
    typeof type === 'function'
      ? { $ref: getSchemaPath(type) }
      : { type: 'array', items: { $ref: getSchemaPath(type[0]) } };
  const properties = Object.fromEntries(
    Object.entries(members).map(([name, type]) => [name, schemaOf(type)]),
  );
  const schema = { allOf: [{ $ref: getSchemaPath(Problem) }, { type: 'object', properties }] };
  return applyDecorators(
    ApiExtraModels(Problem, ...Object.values(members).flat()),
    ApiResponse({ status, description, content: { 'application/problem+json': { schema } } }),
  );
}
