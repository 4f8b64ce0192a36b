import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { Problem } from './problem';

type Node = Record<string, unknown>;

/** The OpenAPI 3.1 document of what `app` routes. Works in Nest's preview mode, without a database. */
export function createOpenApiDocument(app: INestApplication, urlPrefix: string): OpenAPIObject {
  const base = new DocumentBuilder()
    .setTitle('JeyaRamaDesk')
    .setDescription('Customer ticketing and help desk. Errors are RFC 9457 problem bodies.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The `access` of POST accounts/token/.' })
    .build();
  const document = SwaggerModule.createDocument(app, base, { extraModels: [Problem] });
  document.paths = Object.fromEntries(
    Object.entries(document.paths)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, item]) => [
        `${urlPrefix}${path.replace(/\/$/, '')}/`,
        withProblem(item as unknown as Node),
      ]),
  );
  document.openapi = '3.1.0';
  return toNullTypes(document) as OpenAPIObject;
}

/** Every operation may answer with a problem. */
function withProblem(item: Node): Node {
  const problem = {
    description: 'A problem',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  for (const operation of Object.values(item)) {
    const { responses } = operation as { responses?: Node };
    if (responses !== undefined) responses['default'] = problem;
  }
  return item;
}

/** 3.0's `nullable: true` in the words of 3.1. */
function toNullTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toNullTypes);
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, toNullTypes(child)]));
  if (node['nullable'] !== true) return node;
  delete node['nullable'];
  if (typeof node['type'] === 'string') {
    const type = node['type'];
    // An object type beside allOf or $ref only repeats what the reference says.
    if (Array.isArray(node['allOf'])) return { anyOf: [...(node['allOf'] as unknown[]), { type: 'null' }] };
    if (Array.isArray(node['enum'])) node['enum'] = [...(node['enum'] as unknown[]), null];
    return { ...node, type: [type, 'null'] };
  }
  const { allOf, $ref, ...rest } = node as { allOf?: unknown[]; $ref?: string };
  const choices = allOf ?? ($ref === undefined ? [] : [{ $ref }]);
  return { ...rest, anyOf: [...choices, { type: 'null' }] };
}
