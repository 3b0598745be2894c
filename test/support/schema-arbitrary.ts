import fc, { type Arbitrary } from 'fast-check';
import {
  getByPointer,
  isReference,
  type OpenApiDocument,
  type SchemaNode,
} from '../../src/openapi/openapi-document.ts';

type Json = unknown;

/** Texts for the fields of objects, by the fields' names. */
type Known = Readonly<Record<string, readonly string[]>>;

/**
 * Values that a schema of the document allows, nearly always: what it says by other means than these is not looked at.
 * Fields whose names are known have mostly what is known of them.
 */
export function toArbitrary(schema: SchemaNode, document: OpenApiDocument, known: Known = {}): Arbitrary<Json> {
  if (isReference(schema)) return toArbitrary(getByPointer(document, schema.$ref) as SchemaNode, document, known);
  const choices = (schema.oneOf ?? schema.anyOf) as readonly SchemaNode[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => toArbitrary(choice, document, known)));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as Json[]));
  if ('const' in schema) return fc.constant(schema.const);
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [String(schema.type)];
  return fc.oneof(...types.map((type) => toTyped(type, schema, { document, known })));
}

interface World {
  readonly document: OpenApiDocument;
  readonly known: Known;
}

function toTyped(type: string, schema: SchemaNode, world: World): Arbitrary<Json> {
  const { document, known } = world;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: Number(schema.minimum ?? 0), max: Number(schema.maximum ?? 1_000) });
    case 'array':
      return fc.array(toArbitrary((schema.items ?? {}) as SchemaNode, document, known), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.min(3, Number(schema.maxItems ?? 3)),
      });
    case 'object':
      return toObject(schema, world);
    case 'string':
      return toText(schema);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function toObject(schema: SchemaNode, { document, known }: World): Arbitrary<Json> {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, SchemaNode>>);
  const toField = (name: string, node: SchemaNode): Arbitrary<Json> => {
    const made = toArbitrary(node, document, known);
    const values = known[name];
    if (values === undefined || values.length === 0) return made;
    const one = fc.constantFrom(...values);
    const resolved = isReference(node) ? (getByPointer(document, node.$ref) as SchemaNode) : node;
    const right =
      'type' in resolved && resolved.type === 'string' ? one : fc.uniqueArray(one, { minLength: 1, maxLength: 2 });
    return fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: made });
  };
  const model = Object.fromEntries(properties.map(([name, node]) => [name, toField(name, node)]));
  return fc.record(model, { requiredKeys: (schema.required ?? []) as string[] });
}

function toText({ format, pattern, minLength = 0, maxLength = 50 }: SchemaNode): Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-11-23', '2026-12-01', '1970-01-01', '9999-12-31', '0001-01-01');
  if (format === 'date-time') return fc.constantFrom('2026-11-23T09:15:00.000Z', '2027-01-01T00:00:00+02:00');
  if (typeof pattern === 'string' && pattern !== '\\S') return fc.stringMatching(new RegExp(pattern));
  const length = { minLength: Number(minLength), maxLength: Math.min(Number(maxLength), Number(minLength) + 50) };
  return fc.oneof(
    fc.string(length),
    fc.string({ ...length, unit: 'binary' }),
    fc.constantFrom('Maria Example', 'ana@example.com'),
  );
}

/** What no schema had in mind. */
export const junk: Arbitrary<Json> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\uD800',
    '__proto__',
    'constructor',
    '../..',
    "' or 1=1 --",
    '%00',
    'x'.repeat(5_000),
  ),
  fc.constantFrom(-1, 0, 1e308, Number.MAX_SAFE_INTEGER + 2, 0.1, true, null, [], {}, [[[[[]]]]]),
);
