// Judges answers by the vendor's own description, unknown fields included.
import { Ajv, type ValidateFunction } from 'ajv';
import { toProblem } from '../../src/openapi/problem.ts';
import { getByPointer, isReference, listOperations } from '../../src/openapi/openapi-document.ts';
import { getVendorDocument } from './sandbox-vendor-document.ts';

export interface VendorJudge {
  /** Lines such as `getGuest /data/birthDate must match format "date"`. */
  readonly listComplaints: (operationId: string, body: unknown) => string[];
}

export function createVendorJudge(): VendorJudge {
  const document = getVendorDocument();
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  ajv.addFormat('time', /^\d\d:\d\d:\d\d$/);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  const compiled = new Map<string, ValidateFunction>();

  function compile(operationId: string): ValidateFunction {
    const located = listOperations(document).find(({ path }) => path === `/${operationId}`);
    const answer = located?.operation.responses['200'];
    if (answer === undefined || isReference(answer))
      throw new Error(`the vendor describes no answer of ${operationId}`);
    return ajv.compile(toClosedSchema(answer.content?.['application/json']?.schema) as object);
  }

  /** References resolved, objects closed, and oneOf read as anyOf: the vendor offers "a date or a string" as oneOf. */
  function toClosedSchema(node: unknown): unknown {
    if (Array.isArray(node)) return node.map(toClosedSchema);
    if (typeof node !== 'object' || node === null) return node;
    if (isReference(node)) return toClosedSchema(getByPointer(document, node.$ref));
    const { nullable = false, oneOf, ...rest } = node as Readonly<Record<string, unknown>>;
    const schema = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, key === 'enum' ? value : toClosedSchema(value)]),
    );
    if (Array.isArray(oneOf)) schema.anyOf = toClosedSchema(oneOf);
    if (schema.type === 'object' && schema.properties !== undefined && !('additionalProperties' in schema)) {
      schema.additionalProperties = false;
    }
    return nullable === true ? { anyOf: [schema, { type: 'null' }] } : schema;
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
