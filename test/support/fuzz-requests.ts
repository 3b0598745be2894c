import fc, { type Arbitrary } from 'fast-check';
import {
  getByPointer,
  isReference,
  type LocatedOperation,
  type OpenApiDocument,
  type Parameter,
  type SchemaNode,
} from '../../src/openapi/openapi-document.ts';
import { junk, toArbitrary } from './schema-arbitrary.ts';

export interface FuzzRequest {
  readonly method: string;
  /** With its query; what is odd in it is escaped, or not even that. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What there is to ask for, by the name that a path's parameter has; `jobs.id` is the `{id}` that follows `jobs`. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

interface FuzzWorld {
  readonly document: OpenApiDocument;
  readonly ids: KnownIds;
  /** What bodies say of things that there are, by the names of their fields. */
  readonly fields: KnownIds;
}

/** Requests of one operation: as described, nearly so, and not at all. */
export function toRequests(
  { method, path, operation }: LocatedOperation,
  { document, ids, fields }: FuzzWorld,
): Arbitrary<FuzzRequest> {
  const parameters = (operation.parameters ?? []).map((parameter) =>
    isReference(parameter) ? (getByPointer(document, parameter.$ref) as Parameter) : parameter,
  );
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  return fc
    .record({
      path: toPaths(path, ids),
      query: toQueries(
        parameters.filter((parameter) => parameter.in === 'query'),
        document,
      ),
      headers: toHeaders(schema !== undefined),
      body: schema === undefined ? fc.constant(undefined) : toBodies(schema, document, fields),
    })
    .map(({ path: filled, query, headers, body }) => ({
      method: method.toUpperCase(),
      path: query === '' ? filled : `${filled}?${query}`,
      headers,
      ...(body !== undefined && { body }),
    }));
}

const oddSegments = [
  'unknown',
  '%00',
  '..%2f..',
  '%F0%9F%A6%8A',
  '%E0%A4%A',
  '%',
  'a%20b',
  "'",
  'x'.repeat(3_000),
  '-1',
  '%ED%A0%80',
];

function toPaths(path: string, ids: KnownIds): Arbitrary<string> {
  const places = [...path.matchAll(/(?<before>\w+)\/(?<name>\{(?<key>\w+)\})/g)].map(({ groups = {} }) => groups);
  const names = places.map(({ name = '' }) => name);
  const segments = places.map(({ before, key = '' }) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(ids[`${before}.${key}`] ?? ids[key] ?? ['unknown'])) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(ids).flat()) },
      { weight: 1, arbitrary: fc.constantFrom(...oddSegments) },
    ),
  );
  return fc
    .tuple(...segments)
    .map((values) => values.reduce((filled, value, index) => filled.replace(names[index] ?? '', () => value), path));
}

/** Mostly nothing: once in `times`. */
function seldom<Value>(times: number, arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

const madeUpCursors = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
  fc
    .constantFrom(['2026-12-01', 'x'], ['9999-99-99', '0'], ['2026-12-01'], [1, 2], [null], [['a']])
    .map((key) => Buffer.from(JSON.stringify(key)).toString('base64url')),
  fc.string({ maxLength: 60 }),
);

function toQueries(parameters: readonly Parameter[], document: OpenApiDocument): Arbitrary<string> {
  const given = parameters.map(({ name, schema }) => {
    const right = toArbitrary(schema, document);
    const odd = name === 'cursor' ? madeUpCursors : junk;
    const value = fc.oneof({ weight: 8, arbitrary: right }, { weight: 1, arbitrary: odd });
    return seldom(
      3,
      value.map((one) => [name, toText(one)] as const),
    );
  });
  const surplus = seldom(20, fc.constantFrom(['stauts', 'x'] as const, ['__proto__', 'x'] as const));
  return fc.tuple(...given, surplus).map((pairs) => {
    const present = pairs.filter((pair) => pair !== undefined);
    return new URLSearchParams(present.map(([name, value]): [string, string] => [name, value])).toString();
  });
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toHeaders(hasBody: boolean): Arbitrary<Record<string, string>> {
  const json = fc.constant('application/json');
  const otherType = fc.constantFrom(undefined, 'text/plain', 'application/x-www-form-urlencoded');
  return fc
    .record({
      'content-type': hasBody
        ? fc.oneof({ weight: 12, arbitrary: json }, { weight: 1, arbitrary: otherType })
        : fc.constant(undefined),
      'if-match': seldom(8, fc.constantFrom('"stale"', '*', '', '"', 'W/"x", "y"')),
      'idempotency-key': seldom(8, fc.constantFrom('a', 'k'.repeat(300), 'é', '"quoted"')),
      'last-event-id': seldom(8, fc.constantFrom('0', '-1', 'x')),
    })
    .map((headers) =>
      Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    );
}

function toBodies(schema: SchemaNode, document: OpenApiDocument, known: KnownIds): Arbitrary<string | undefined> {
  const right = toArbitrary(schema, document, known);
  const wrongField = fc.tuple(right, junk, fc.nat()).map(([value, odd, at]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return odd;
    const names = [...Object.keys(value), 'surplus'];
    return { ...value, [names[at % names.length] ?? 'surplus']: odd };
  });
  const text = (value: unknown) => JSON.stringify(value);
  return fc.oneof(
    { weight: 8, arbitrary: right.map(text) },
    { weight: 4, arbitrary: wrongField.map(text) },
    { weight: 2, arbitrary: junk.map(text) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        undefined,
        '',
        '{',
        '\uFEFF{}',
        '{"a":1,"a":2}',
        '{"__proto__":{"x":1}}',
        `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
      ),
    },
  );
}
