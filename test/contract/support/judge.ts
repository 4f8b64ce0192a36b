import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import type { OpenApi, Operation, Schema } from './document';
import type { Answer } from './world';

/** Judges real answers by the document. Nothing that it does not name may be in them. */
export class Judge {
  private readonly ajv: Ajv2020;
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
    addFormats(this.ajv);
    for (const keyword of ['components', 'example']) this.ajv.addKeyword(keyword);
    const { schemas } = closed(document.components) as { schemas: Record<string, Schema> };
    this.ajv.addSchema({ $id: 'document', components: { schemas } });
  }

  /** @returns what is wrong with an answer; nothing when it is as described. */
  complaints(operation: Operation, answer: Answer): string[] {
    if (answer.status >= 400) return this.ofProblem(operation, answer);
    if (answer.status !== operation.status) return [`answers ${answer.status}, says ${operation.status}`];
    if (operation.status === 204) return answer.body === '' ? [] : ['has a body'];
    if (operation.answer === null) return [];
    if (!answer.type.startsWith('application/json')) return [`is ${answer.type}`];
    return this.check(operation.id, operation.answer, answer.body);
  }

  private ofProblem({ id, problems }: Operation, { status, type, body, headers }: Answer): string[] {
    const found = type.startsWith('application/problem+json') ? [] : [`is ${type}`];
    const own = problems[status];
    // In two parts, so that the whole is closed: what a problem says more, its operation must name.
    const schema = own ?? { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object' }] };
    found.push(...this.check(own === undefined ? 'Problem' : `${id} ${status}`, schema, body));
    const problem = body as { status?: number; request_id?: string };
    if (problem.status !== status) found.push(`says ${String(problem.status)} in its body, is ${status}`);
    if (problem.request_id !== headers.get('X-Request-Id'))
      found.push('has another request id in its header');
    return found;
  }

  private check(name: string, schema: Schema, body: unknown): string[] {
    const known = this.compiled.get(name);
    const validate = known ?? this.ajv.compile(closed(pointed(schema)) as Schema);
    this.compiled.set(name, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', params }) =>
        `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** Parts of others: what holds them says which properties there are. */
const OPEN = ['PageMeta', 'Problem'];

/** The same schemas, but closed: an object has the properties that are named and no others. */
function closed(node: unknown, name = ''): unknown {
  if (Array.isArray(node)) return node.map((inner) => closed(inner, name));
  if (typeof node !== 'object' || node === null) return node;
  const copy: Schema = Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, closed(inner, key)]),
  );
  // Of several parts only the whole can say what is too much.
  const isWhole = Array.isArray(copy['allOf']) && copy['allOf'].length > 1;
  const isObject = copy['type'] === 'object' && copy['properties'] !== undefined;
  const isOpen = name === 'allOf' || OPEN.includes(name) || copy['additionalProperties'] !== undefined;
  return (isWhole || isObject) && !isOpen ? { ...copy, unevaluatedProperties: false } : copy;
}

/** References into the document, seen from a schema outside it. */
function pointed(node: Schema): Schema {
  return JSON.parse(JSON.stringify(node).replaceAll('"#/components', '"document#/components')) as Schema;
}
