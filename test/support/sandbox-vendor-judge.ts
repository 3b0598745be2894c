// Judges answers by the vendor's own description, unknown fields included.
import { Ajv, type ValidateFunction } from 'ajv';
import { toProblem } from '../../src/openapi/problem.ts';
import {
  getByPointer,
  isReference,
  listOperations,
  loadOpenApiDocument,
  type OpenApiDocument,
} from '../../src/openapi/openapi-document.ts';
import { getVendorDocument } from './sandbox-vendor-document.ts';

export interface VendorJudge {
  /** Lines such as `getGuest /data/birthDate must match format "date"`. */
  readonly listComplaints: (operationId: string, body: unknown) => string[];
}

export function createVendorJudge(): VendorJudge {
  const document = getVendorDocument();
  const ajv = addVendorFormats(new Ajv({ allErrors: true, strict: false }));
  const compiled = new Map<string, ValidateFunction>();

  function compile(operationId: string): ValidateFunction {
    const ours = listOperations(loadOpenApiDocument('cloudbeds')).find(
      ({ operation }) => operation.operationId === operationId,
    );
    const located = listOperations(document).find(({ path }) => path === ours?.path);
    const answer = located?.operation.responses['200'];
    if (answer === undefined || isReference(answer))
      throw new Error(`the vendor describes no answer of ${operationId}`);
    return ajv.compile(toClosedSchema(document, answer.content?.['application/json']?.schema) as object);
  }

  return {
    listComplaints: (operationId, body) => {
      const validate = compiled.get(operationId) ?? compile(operationId);
      compiled.set(operationId, validate);
      validate(body);
      return (validate.errors ?? []).map(toProblem).map(({ path, message }) => `${operationId} ${path} ${message}`);
    },
  };
}

/** As the vendor's file means them. */
export function addVendorFormats(ajv: Ajv): Ajv {
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('time', /^\d\d:\d\d:\d\d$/);
  ajv.addFormat('binary', true);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  return ajv;
}

/** References resolved, objects closed, and oneOf read as anyOf: the vendor offers "a date or a string" as oneOf. */
export function toClosedSchema(document: OpenApiDocument, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((one) => toClosedSchema(document, one));
  if (typeof node !== 'object' || node === null) return node;
  if (isReference(node)) return toClosedSchema(document, getByPointer(document, node.$ref));
  const { nullable = false, oneOf, ...rest } = node as Readonly<Record<string, unknown>>;
  const schema = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, key === 'enum' ? value : toClosedSchema(document, value)]),
  );
  if (Array.isArray(oneOf)) schema.anyOf = toClosedSchema(document, oneOf);
  if (schema.type === 'object' && schema.properties !== undefined && !('additionalProperties' in schema)) {
    schema.additionalProperties = false;
  }
  return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
}
