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

/** Requests of one operation: as described, nearly so, and not at all. `ids` are what there is to ask for. */
export function toRequests(
  { method, path, operation }: LocatedOperation,
  document: OpenApiDocument,
  ids: readonly string[],
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
      body: schema === undefined ? fc.constant(undefined) : toBodies(schema, document),
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

function toPaths(path: string, ids: readonly string[]): Arbitrary<string> {
  const names = path.match(/\{\w+\}/g) ?? [];
  const segment = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...oddSegments) },
  );
  return fc
    .tuple(...names.map(() => segment))
    .map((values) => values.reduce((filled, value, index) => filled.replace(names[index] ?? '', () => value), path));
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
    const value =
      name === 'cursor' ? madeUpCursors : fc.oneof({ weight: 3, arbitrary: toArbitrary(schema, document) }, junk);
    return fc.option(
      value.map((one) => [name, toText(one)] as const),
      { nil: undefined, freq: 2 },
    );
  });
  const surplus = fc.option(fc.constantFrom(['stauts', 'x'] as const, ['__proto__', 'x'] as const), {
    nil: undefined,
    freq: 10,
  });
  return fc
    .tuple(...given, surplus)
    .map((pairs) => new URLSearchParams(pairs.flatMap((pair) => (pair === undefined ? [] : [[...pair]]))).toString());
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toHeaders(hasBody: boolean): Arbitrary<Record<string, string>> {
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
  );
  const often = { nil: undefined, freq: 3 };
  return fc
    .record({
      'content-type': hasBody ? fc.option(type, { nil: undefined, freq: 12 }) : fc.constant(undefined),
      'if-match': fc.option(fc.constantFrom('"stale"', '*', '', '"', 'W/"x", "y"'), often),
      'idempotency-key': fc.option(fc.constantFrom('a', 'k'.repeat(300), 'é', '"quoted"'), often),
      'last-event-id': fc.option(fc.constantFrom('0', '-1', 'x'), often),
    })
    .map((headers) =>
      Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    );
}

function toBodies(schema: SchemaNode, document: OpenApiDocument): Arbitrary<string | undefined> {
  const right = toArbitrary(schema, document);
  const wrongField = fc.tuple(right, junk, fc.nat()).map(([value, odd, at]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return odd;
    const names = [...Object.keys(value), 'surplus'];
    return { ...value, [names[at % names.length] ?? 'surplus']: odd };
  });
  const text = (value: unknown) => JSON.stringify(value);
  return fc.oneof(
    { weight: 4, arbitrary: right.map(text) },
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
