// Names where our description of the vendor's API says something else than the vendor's own.
import {
  getByPointer,
  isReference,
  listOperations,
  type LocatedOperation,
  type OpenApiDocument,
  type Parameter,
  type SchemaNode,
} from '../../src/openapi/openapi-document.ts';
import { toVariants } from './sandbox-vendor-document.ts';

interface Pair {
  readonly ours: OpenApiDocument;
  readonly theirs: OpenApiDocument;
}

interface Comparison {
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly place: string;
  /** Requests: what the vendor marks as not nullable is required. Answers require what we need. */
  readonly isRequest: boolean;
}

/** One line per difference. That we describe fewer optional fields is none. */
export function listDescriptionDifferences(pair: Pair): string[] {
  return listOperations(pair.ours).flatMap((located) => {
    const theirs = listOperations(pair.theirs).find(
      ({ path, method }) => path === located.path && method === located.method,
    );
    const { operationId } = located.operation;
    if (theirs === undefined) return [`${operationId}: the vendor has no such operation`];
    return [
      ...compareParameters(pair, located, theirs),
      ...compareBodies(pair, located, theirs),
      ...compareAnswers(pair, located, theirs),
    ];
  });
}

function compareParameters(pair: Pair, ours: LocatedOperation, theirs: LocatedOperation): string[] {
  const { operationId } = ours.operation;
  const our = listParameters(pair.ours, ours);
  const their = listParameters(pair.theirs, theirs);
  const missing = their.filter(({ name, required }) => required === true && !our.some((one) => one.name === name));
  return [
    ...missing.map(({ name }) => `${operationId} ${name}: required by the vendor, not described here`),
    ...our.flatMap((parameter) => {
      const place = `${operationId} ${parameter.name}`;
      const other = their.find(({ name }) => name === parameter.name);
      if (other === undefined) return [`${place}: unknown to the vendor`];
      return [
        ...(other.in === parameter.in ? [] : [`${place}: in ${parameter.in}, the vendor says ${other.in}`]),
        ...(Boolean(other.required) === Boolean(parameter.required) ? [] : [`${place}: required differs`]),
        ...compareSchemas(pair, { ours: parameter.schema, theirs: other.schema, place, isRequest: true }),
      ];
    }),
  ];
}

function compareBodies(pair: Pair, ours: LocatedOperation, theirs: LocatedOperation): string[] {
  const our = Object.entries(ours.operation.requestBody?.content ?? {})[0];
  const their = Object.entries(theirs.operation.requestBody?.content ?? {})[0];
  const place = `${ours.operation.operationId} body`;
  if (our === undefined && their === undefined) return [];
  if (our === undefined || their === undefined) return [`${place}: only one side has a body`];
  return [
    ...(our[0] === their[0] ? [] : [`${place}: ${our[0]}, the vendor says ${their[0]}`]),
    ...compareSchemas(pair, { ours: our[1].schema, theirs: their[1].schema, place, isRequest: true }),
  ];
}

function compareAnswers(pair: Pair, ours: LocatedOperation, theirs: LocatedOperation): string[] {
  const our = readAnswer(pair.ours, ours);
  const their = readAnswer(pair.theirs, theirs);
  return compareSchemas(pair, {
    ours: our,
    theirs: their,
    place: `${ours.operation.operationId} answer`,
    isRequest: false,
  });
}

function compareSchemas(pair: Pair, { ours, theirs, place, isRequest }: Comparison): string[] {
  const our = toVariants(pair.ours, ours);
  const their = toVariants(pair.theirs, theirs);
  const types = [listTypes(our), listTypes(their)] as const;
  const enums = [listEnum(our), listEnum(their)] as const;
  const formats = [listFormats(our), listFormats(their)] as const;
  const children = [listChildren(our), listChildren(their)] as const;
  return [
    ...difference(place, 'type', types),
    ...difference(place, 'enum', enums),
    ...difference(place, 'format', formats),
    ...(isRequest ? difference(place, 'default', [listDefaults(our), listDefaults(their)]) : []),
    ...(isRequest ? difference(place, 'required', [listRequired(our), listNotNullable(pair.theirs, their)]) : []),
    ...[...children[0]].flatMap(([name, child]) => {
      const other = children[1].get(name);
      const childPlace = `${place}/${name}`;
      if (other === undefined) return [`${childPlace}: unknown to the vendor`];
      return compareSchemas(pair, { ours: child, theirs: other, place: childPlace, isRequest });
    }),
  ];
}

function difference(place: string, what: string, [our, their]: readonly [string, string]): string[] {
  return our === their ? [] : [`${place}: ${what} ${our || 'none'}, the vendor says ${their || 'none'}`];
}

function listTypes(variants: readonly SchemaNode[]): string {
  return toText(variants.flatMap(({ type }) => type).filter((type) => type !== 'null'));
}

function listEnum(variants: readonly SchemaNode[]): string {
  return toText(
    variants
      .flatMap((schema) => (schema.enum as readonly unknown[] | undefined) ?? [])
      .filter((value) => value !== null),
  );
}

function listFormats(variants: readonly SchemaNode[]): string {
  return toText(variants.map(({ format }) => format));
}

function listDefaults(variants: readonly SchemaNode[]): string {
  return toText(variants.map((schema) => schema.default));
}

function listRequired(variants: readonly SchemaNode[]): string {
  return toText(variants.flatMap(({ required }) => required ?? []));
}

/** The vendor's forms have no `required`; optional fields are the nullable ones. */
function listNotNullable(document: OpenApiDocument, variants: readonly SchemaNode[]): string {
  const fields = variants.flatMap(({ properties }) => Object.entries((properties as SchemaNode | undefined) ?? {}));
  return toText(fields.filter(([, field]) => toVariants(document, field)[0]?.nullable !== true).map(([name]) => name));
}

function toText(values: readonly unknown[]): string {
  return [...new Set(values.filter((value) => value !== undefined).map(String))].sort().join(' ');
}

function listChildren(variants: readonly SchemaNode[]): Map<string, unknown> {
  return new Map(
    variants.flatMap(({ properties, items, additionalProperties }) => [
      ...Object.entries((properties as SchemaNode | undefined) ?? {}),
      ...(items === undefined ? [] : [['[]', items] as const]),
      ...(typeof additionalProperties === 'object' ? [['{}', additionalProperties] as const] : []),
    ]),
  );
}

function listParameters(document: OpenApiDocument, { operation }: LocatedOperation): Parameter[] {
  return (operation.parameters ?? []).map((parameter) =>
    isReference(parameter) ? (getByPointer(document, parameter.$ref) as Parameter) : parameter,
  );
}

function readAnswer(document: OpenApiDocument, { operation }: LocatedOperation): SchemaNode | undefined {
  const answer = operation.responses['200'];
  if (answer === undefined) return undefined;
  const resolved = isReference(answer) ? (getByPointer(document, answer.$ref) as typeof answer) : answer;
  return isReference(resolved) ? undefined : resolved.content?.['application/json']?.schema;
}
