import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A JSON-schema-shaped piece of a document; `$ref`s are still in it. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export interface MediaType {
  readonly schema?: SchemaNode;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema: SchemaNode;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, Reference | { readonly content?: Readonly<Record<string, MediaType>> }>>;
}

export interface Reference {
  readonly $ref: string;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: Readonly<Record<string, unknown>>;
}

export interface LocatedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  /** JSON pointer to the operation, starting with #. */
  readonly pointer: string;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

const loaded = new Map<string, OpenApiDocument>();

/**
 * One of our own documents from openapi/, read once: parsing it takes a quarter of a second. The folder stands beside
 * src/, in the sources as in dist/ (where the build copies it), so the address is relative to this file.
 */
export function loadOpenApiDocument(name: 'cloudbeds' | 'service'): OpenApiDocument {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`../../openapi/${name}.yaml`, import.meta.url), 'utf8');
  const document = parse(text) as OpenApiDocument;
  loaded.set(name, document);
  return document;
}

/** Every operation of the document, in its order. */
export function listOperations(document: OpenApiDocument): LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      return [{ method, path, operation, pointer: `#/paths/${escapePointer(path)}/${method}` }];
    }),
  );
}

/** What a pointer such as #/components/parameters/PageSize names; throws when it is nothing. */
export function getByPointer(document: OpenApiDocument, pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => {
      const next = (node as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')];
      if (next === undefined) throw new Error(`${pointer} is not in the document`);
      return next;
    }, document);
}

export function isReference(node: object): node is Reference {
  return '$ref' in node;
}

export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
