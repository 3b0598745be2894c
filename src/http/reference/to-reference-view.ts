import {
  getByPointer,
  isReference,
  listOperations,
  type LocatedOperation,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
  type SchemaNode,
} from '../../openapi/openapi-document.ts';
import type {
  ReferenceAnswer,
  ReferenceContent,
  ReferenceField,
  ReferenceOperation,
  ReferenceView,
} from '../../pages/reference/reference-view.ts';
import { accessTable } from '../access/access-table.ts';
import type { OperationId } from '../route.ts';
import { toFields, toType } from './schema-words.ts';

/** The parts of the document that only readers need. */
interface Told {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly components: { readonly schemas: Readonly<Record<string, SchemaNode>> };
}

interface ToldOperation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
}

/** The description as a page shows it: by subject, in the order of the document, and the named shapes after that. */
export function toReferenceView(document: OpenApiDocument): ReferenceView {
  const { info, tags, components } = document as OpenApiDocument & Told;
  const operations = listOperations(document);
  return {
    title: info.title,
    description: info.description,
    groups: tags.map(({ name, description }) => ({
      name,
      description,
      operations: operations
        .filter(({ operation }) => (operation as ToldOperation).tags?.[0] === name)
        .map((located) => toOperation(located, document)),
    })),
    shapes: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      ...toDescription(schema.description),
      type: toType(schema),
      fields: toFields(schema),
    })),
  };
}

function toOperation({ method, path, operation }: LocatedOperation, document: OpenApiDocument): ReferenceOperation {
  const { operationId, parameters = [], requestBody, responses } = operation;
  const { summary = operationId, description } = operation as ToldOperation;
  const body = requestBody && toContent(requestBody.content);
  return {
    ...{ id: operationId, method, path, summary },
    ...toDescription(description),
    access: toAccessWords(operationId as OperationId),
    parameters: parameters.map((parameter) => toParameter(resolve(parameter, document) as Parameter)),
    ...(body && { body }),
    answers: Object.entries(responses).map(([status, answer]) => toAnswer(status, resolve(answer, document))),
  };
}

function toAccessWords(operationId: OperationId): string {
  const rule = accessTable[operationId];
  if (rule === 'public') return 'Open to everybody.';
  if (rule === 'secret') return 'Open to whoever knows the address.';
  if (rule === 'signed_in') return 'For whoever is signed in, about themselves.';
  const where = {
    property: 'at the property',
    screening: 'at its property',
    all: 'at all properties',
    any: 'at any property',
  };
  return `Least role: ${rule.least}, ${where[rule.at]}.`;
}

function toParameter({ name, in: place, required = false, schema, ...told }: Parameter): ReferenceField {
  const { description } = told as { readonly description?: unknown };
  return { name, place, isRequired: required, type: toType(schema), ...toDescription(description) };
}

interface ToldAnswer {
  readonly description?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}

function toAnswer(status: string, { description = '', content = {} }: ToldAnswer): ReferenceAnswer {
  const told = toContent(content);
  return { status: status === 'default' ? 'Else' : status, description, ...(told && { content: told }) };
}

function toContent(content: Readonly<Record<string, MediaType>>): ReferenceContent | undefined {
  const [first] = Object.entries(content);
  if (first === undefined) return undefined;
  const [mediaType, { schema = {}, ...others }] = first;
  const { example } = others as { readonly example?: unknown };
  return {
    mediaType,
    type: toType(schema),
    fields: isReference(schema) ? [] : toFields(schema),
    ...(example !== undefined && { example: JSON.stringify(example, null, 2) }),
  };
}

function resolve(node: object, document: OpenApiDocument): object {
  return isReference(node) ? (getByPointer(document, node.$ref) as object) : node;
}

function toDescription(text: unknown): { readonly description?: string } {
  return typeof text === 'string' ? { description: text.trim() } : {};
}
