import type { OpenApi, Operation, Schema } from './document';
import type { Json } from './world';

export interface BadBody {
  /** For who reads that it was taken. */
  what: string;
  body: Json;
  /** The fields that the answer must name. */
  fields: string[];
}

type Property = Schema & {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  format?: string;
  items?: Property;
};

/** Bodies that are good but for one thing, for each thing that the document says of them. */
export function badBodies(document: OpenApi, { body: schema }: Operation, good: Json): BadBody[] {
  if (schema === null) return [];
  const properties = (schema['properties'] ?? {}) as Record<string, Property>;
  const required = (schema['required'] ?? []) as string[];
  const missing = required.map((name) => ({
    what: `without ${name}`,
    body: Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)),
    fields: [name],
  }));
  const wrong = Object.entries(properties).flatMap(([name, property]) =>
    Object.entries(badValues(property)).map(([what, value]) => ({
      what: `${name}: ${what}`,
      body: { ...good, [name]: value },
      fields: [name],
    })),
  );
  return [...missing, ...wrong, foreignFields(document, Object.keys(properties), good)];
}

/** Every field that any body or answer of the desk has and this one has not, and some that only a database has. */
function foreignFields(document: OpenApi, own: readonly string[], good: Json): BadBody {
  const named = Object.values(document.components.schemas).flatMap((schema) =>
    Object.keys(schema['properties'] ?? {}),
  );
  const hidden = [
    'password_hash',
    'is_superuser',
    'deleted_at',
    'public_version',
    'token_version',
    'actor_id',
  ];
  const fields = [...new Set([...named, ...hidden])].filter((name) => !own.includes(name));
  const foreign = Object.fromEntries(fields.map((name) => [name, 1]));
  return { what: 'fields of others', body: { ...good, ...foreign }, fields };
}

function badValues(property: Property): Record<string, unknown> {
  const types = [property.type ?? []].flat();
  const isNullable = types.includes('null') || (property.anyOf ?? []).some(({ type }) => type === 'null');
  const bad: Record<string, unknown> = isNullable ? {} : { null: null };
  if (property.enum !== undefined) Object.assign(bad, { 'unknown value': 'no_such_value', 'wrong type': 7 });
  else if (types.includes('string')) Object.assign(bad, badTexts(property));
  else if (types.includes('integer')) Object.assign(bad, badNumbers(property));
  else if (types.includes('boolean')) Object.assign(bad, { 'wrong type': 'perhaps', number: 2 });
  else if (types.includes('array')) Object.assign(bad, badLists(property));
  else if (types.includes('object')) Object.assign(bad, { 'wrong type': 'text', list: [] });
  else throw new Error(`No bad values for ${JSON.stringify(property)}`);
  return bad;
}

function badTexts({ minLength = 0, maxLength, format, pattern }: Property): Record<string, unknown> {
  return {
    'wrong type': { surprise: true },
    number: 7,
    list: ['text'],
    ...(maxLength === undefined ? {} : { 'too long': 'x'.repeat(maxLength + 1) }),
    ...(minLength > 0 || format === 'email' ? { empty: '' } : {}),
    ...(pattern === undefined && ['email', 'uuid', 'date-time'].includes(format ?? '')
      ? { form: 'no such form' }
      : {}),
    ...(pattern === undefined ? {} : { form: 'no such form' }),
  };
}

function badNumbers({ minimum = 0, maximum = 2 ** 31 - 1 }: Property): Record<string, unknown> {
  return {
    'wrong type': 'seven',
    object: {},
    fraction: minimum + 0.5,
    'too small': minimum - 1,
    'too large': maximum + 1,
  };
}

function badLists({ maxItems, items }: Property): Record<string, unknown> {
  const good = items?.type === 'integer' ? (index: number) => index + 1 : (index: number) => `text ${index}`;
  return {
    'wrong type': 'text',
    'items of the wrong type': [{ surprise: true }],
    ...(maxItems === undefined
      ? {}
      : { 'too many': Array.from({ length: maxItems + 1 }, (_, index) => good(index)) }),
  };
}
