// Judges requests by the vendor's own description: method, query and form, with unknown names refused.
import { Ajv, type ValidateFunction } from 'ajv';
import {
  listOperations,
  type LocatedOperation,
  type Parameter,
  isReference,
} from '../../src/openapi/openapi-document.ts';
import { toProblem } from '../../src/openapi/problem.ts';
import { getVendorDocument } from './sandbox-vendor-document.ts';
import { addVendorFormats, toClosedSchema } from './sandbox-vendor-judge.ts';

/** As it leaves the client. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface VendorRequestJudge {
  /** Lines such as `putGuest form /guestCountry is not known`. */
  readonly listComplaints: (request: SentRequest) => Promise<readonly string[]>;
}

/** Its path: `putGuest`, `oauth/metadata`. */
export function toOperation({ url }: SentRequest): string {
  return new URL(url).pathname.replace(/^\/api\/v1\.3\//, '');
}

export function createVendorRequestJudge(): VendorRequestJudge {
  const document = getVendorDocument();
  const operations = new Map(listOperations(document).map((located) => [located.path.slice(1), located]));
  // Everything is text on the wire: the vendor's numbers and booleans are read out of it.
  const ajv = addVendorFormats(new Ajv({ allErrors: true, strict: false, coerceTypes: true }));
  const compiled = new Map<string, ValidateFunction>();

  const judge = (place: string, schema: () => object, value: unknown): readonly string[] => {
    const validate = compiled.get(place) ?? ajv.compile(schema());
    compiled.set(place, validate);
    validate(value);
    return (validate.errors ?? []).map(toProblem).map(({ path, message }) => `${place} ${path} ${message}`);
  };

  return {
    listComplaints: async (request) => {
      const name = toOperation(request);
      const located = operations.get(name);
      if (located === undefined) return [`${name} is not known`];
      if (located.method !== request.method.toLowerCase()) return [`${name} is not called by ${request.method}`];
      const query = toNested(new URL(request.url).searchParams);
      const asked = judge(`${name} query`, () => toQuerySchema(located), query);
      const [taken] = Object.entries(located.operation.requestBody?.content ?? {});
      if (taken === undefined) return request.body === undefined ? asked : [...asked, `${name} takes no form`];
      const [type, { schema }] = taken;
      const isTaken = (request.headers['content-type'] ?? '').startsWith(type);
      const form = toNested(await readForm(request));
      const told = judge(`${name} form`, () => toClosedSchema(document, schema) as object, form);
      return [...asked, ...told, ...(isTaken ? [] : [`${name} is not taken as this content type`])];
    },
  };

  function toQuerySchema({ operation }: LocatedOperation): object {
    const parameters = (operation.parameters ?? []).filter(
      (parameter): parameter is Parameter => !isReference(parameter) && parameter.in === 'query',
    );
    return {
      type: 'object',
      additionalProperties: false,
      required: parameters.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, toClosedSchema(document, schema)])),
    };
  }
}

type Entries = Iterable<readonly [string, string]>;

async function readForm({ body, headers }: SentRequest): Promise<Entries> {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return new URLSearchParams(String(body ?? ''));
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- What our own client sends, in a test.
  const form = await new Response(new Uint8Array(body as Uint8Array), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name] as const);
}

interface Nested {
  [name: string]: string | Nested;
}

/** `a[0][b]=c` as { a: [{ b: 'c' }] }. */
function toNested(entries: Entries): unknown {
  const nested: Nested = {};
  for (const [name, value] of entries) {
    const path = name.replaceAll(']', '').split('[');
    const last = path.pop() ?? '';
    const place = path.reduce<Nested>((node, key) => (node[key] ??= {}) as Nested, nested);
    place[last] = value;
  }
  return toLists(nested);
}

function toLists(node: string | Nested): unknown {
  if (typeof node === 'string') return node;
  const entries = Object.entries(node).map(([name, value]) => [name, toLists(value)] as const);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
