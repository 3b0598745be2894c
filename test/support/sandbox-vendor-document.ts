// The vendor's own description, which stands beside the repository on some machines and is never part of it.
import { existsSync, readFileSync } from 'node:fs';
import { describe } from '@jest/globals';
import { parse } from 'yaml';
import {
  getByPointer,
  isReference,
  type OpenApiDocument,
  type SchemaNode,
} from '../../src/openapi/openapi-document.ts';

const vendorFile = new URL('../../../shared/cloudbeds/pms-v1.3-openapi.yaml', import.meta.url);
let vendorDocument: OpenApiDocument | undefined;

export function getVendorDocument(): OpenApiDocument {
  vendorDocument ??= parse(readFileSync(vendorFile, 'utf8')) as OpenApiDocument;
  return vendorDocument;
}

/** Runs the suite where the vendor's file is; elsewhere it shows as skipped. */
export function describeAgainstVendor(name: string, suite: () => void): void {
  const isPresent = existsSync(vendorFile);
  const run = isPresent ? describe : describe.skip;
  run(isPresent ? name : `${name} (the vendor's file is not on this machine)`, suite);
}

/** Follows references, and takes the nodes of anyOf and oneOf apart. */
export function toVariants(document: OpenApiDocument, node: unknown): SchemaNode[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isReference(node)) return toVariants(document, getByPointer(document, node.$ref));
  const schema = node as SchemaNode;
  const variants = schema.oneOf ?? schema.anyOf;
  return Array.isArray(variants) ? variants.flatMap((variant) => toVariants(document, variant)) : [schema];
}
