export type Schema = Record<string, unknown>;

/** One operation as the OpenAPI document describes it. */
export interface Operation {
  id: string;
  method: string;
  /** With the prefix and `{names}`. */
  path: string;
  /** Names of the parameters in the path. */
  parameters: string[];
  secured: boolean;
  /** The JSON body's schema, references resolved; null where no JSON is taken. */
  body: Schema | null;
  multipart: boolean;
  /** The documented good answer, and its JSON schema as the document has it; null without JSON. */
  status: number;
  answer: Schema | null;
  /** What a problem with a status says of itself; of others only `default` is known. */
  problems: Record<string, Schema>;
}

export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, OperationNode>>;
  components: { schemas: Record<string, Schema> };
}

interface OperationNode {
  operationId: string;
  security?: unknown[];
  parameters?: { in: string; name: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';

export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, node]): Operation => {
      const [status = '', answer] =
        Object.entries(node.responses).find(([code]) => /^[23]\d\d$/.test(code)) ?? [];
      const body = node.requestBody?.content[JSON_TYPE]?.schema;
      return {
        id: node.operationId,
        method: method.toUpperCase(),
        path,
        parameters: (node.parameters ?? [])
          .filter(({ in: place }) => place === 'path')
          .map(({ name }) => name),
        secured: (node.security ?? []).length > 0,
        body: body === undefined ? null : resolved(document, body),
        multipart: node.requestBody?.content['multipart/form-data'] !== undefined,
        status: Number(status),
        answer: answer?.content?.[JSON_TYPE]?.schema ?? null,
        problems: problemsOf(node),
      };
    }),
  );
}

function problemsOf({ responses }: OperationNode): Record<string, Schema> {
  const found = Object.entries(responses).map(
    ([status, { content }]) => [status, content?.[PROBLEM_TYPE]?.schema] as const,
  );
  return Object.fromEntries(found.filter((each): each is [string, Schema] => each[1] !== undefined));
}

/** References followed, and what an `allOf` of one says in its place, so that a property's schema can be read. */
export function resolved(document: OpenApi, schema: Schema): Schema {
  const { $ref, allOf, ...own } = schema as { $ref?: string; allOf?: Schema[] };
  if ($ref !== undefined) {
    const target = document.components.schemas[$ref.split('/').pop() ?? ''];
    if (target === undefined) throw new Error(`Nothing is behind ${$ref}`);
    return { ...resolved(document, target), ...own };
  }
  if (allOf?.length === 1) return { ...resolved(document, allOf[0] ?? {}), ...own };
  const properties = own as { properties?: Record<string, Schema> };
  if (properties.properties === undefined) return schema;
  return {
    ...own,
    properties: Object.fromEntries(
      Object.entries(properties.properties).map(([name, inner]) => [name, resolved(document, inner)]),
    ),
  };
}
