import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { toProblem, type Problem } from './problem.ts';
import {
  escapePointer,
  getByPointer,
  isReference,
  listOperations,
  type LocatedOperation,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
} from './openapi-document.ts';

export type { Problem } from './problem.ts';

export interface Validation {
  /** Empty: valid. */
  readonly problems: readonly Problem[];
  /** A copy of what was validated, with strings turned into what the schema says and defaults filled in. */
  readonly value: unknown;
}

/** Validators for the operations of one document, compiled at first use. An unknown operation throws. */
export interface OperationValidators {
  /** Strings become numbers and booleans where the schema says so; unknown parameters are problems. */
  validateQuery(operationId: string, query: Readonly<Record<string, unknown>>): Validation;
  /** Forms are coerced like queries, JSON is not. A missing body is `undefined`. */
  validateBody(operationId: string, body: unknown): Validation;
  /** A status that is not described is a problem; an answer described without content may be anything. */
  validateAnswer(operationId: string, status: number, body: unknown): readonly Problem[];
}

const documentId = 'document';
const settings: Options = { allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true };

const compiled = new WeakMap<OpenApiDocument, OperationValidators>();

/** The validators of a document, made once: what one caller had compiled, the next one finds. */
export function getOperationValidators(document: OpenApiDocument): OperationValidators {
  const validators = compiled.get(document) ?? createOperationValidators(document);
  compiled.set(document, validators);
  return validators;
}

function createOperationValidators(document: OpenApiDocument): OperationValidators {
  const strict = createAjv(document, settings);
  const coercing = createAjv(document, { ...settings, coerceTypes: true, useDefaults: true });
  const operations = new Map(listOperations(document).map((located) => [located.operation.operationId, located]));
  const queries = new Map<string, ValidateFunction>();

  function getOperation(operationId: string): LocatedOperation {
    const located = operations.get(operationId);
    if (located === undefined) throw new Error(`the document has no operation ${operationId}`);
    return located;
  }

  return {
    validateQuery(operationId, query) {
      const located = getOperation(operationId);
      let validate = queries.get(operationId);
      if (validate === undefined) {
        validate = coercing.compile(toQuerySchema(document, located));
        queries.set(operationId, validate);
      }
      return run(validate, structuredClone(query));
    },
    validateBody(operationId, body) {
      const located = getOperation(operationId);
      const description = located.operation.requestBody;
      if (description === undefined || body === undefined) {
        const isWrong = (description?.required ?? false) !== (body !== undefined);
        const message = body === undefined ? 'a body is required' : 'no body is expected';
        return { problems: isWrong ? [{ path: '', message }] : [], value: body };
      }
      const [mediaType] = Object.keys(description.content);
      if (mediaType === undefined) return { problems: [], value: body };
      const ajv = mediaType.endsWith('json') ? strict : coercing;
      const pointer = `${located.pointer}/requestBody/content/${escapePointer(mediaType)}/schema`;
      return run(getCompiled(ajv, pointer), structuredClone(body));
    },
    validateAnswer(operationId, status, body) {
      const pointer = findAnswerPointer(getOperation(operationId), status);
      if (pointer === undefined) return [{ path: '', message: `status ${status} is not described` }];
      const answer = getByPointer(document, pointer) as { content?: Record<string, MediaType> };
      const [mediaType] = Object.keys(answer.content ?? {});
      if (mediaType === undefined) return [];
      return validateBranches(strict, `${pointer}/content/${escapePointer(mediaType)}/schema`, { document, body });
    },
  };
}

function createAjv(document: OpenApiDocument, options: Options): Ajv2020 {
  const ajv = new Ajv2020(options);
  addFormats.default(ajv);
  ajv.addFormat('binary', true);
  // Ajv reads the whole document as the root of its schemas: the document's own keys are no keywords to it.
  ajv.addVocabulary([...Object.keys(document), 'example', 'discriminator', 'xml', 'externalDocs']);
  ajv.addSchema(document, documentId);
  return ajv;
}

function getCompiled(ajv: Ajv2020, pointer: string): ValidateFunction {
  const validate = ajv.getSchema(`${documentId}${encodeURI(pointer)}`);
  if (validate === undefined) throw new Error(`${pointer} is not a schema`);
  return validate;
}

function run(validate: ValidateFunction, value: unknown): Validation {
  validate(value);
  return { problems: (validate.errors ?? []).map(toProblem), value };
}

function toQuerySchema(document: OpenApiDocument, { operation, pointer }: LocatedOperation): object {
  const located = (operation.parameters ?? []).map((parameter, index) => {
    const address = isReference(parameter) ? parameter.$ref : `${pointer}/parameters/${index}`;
    return { address, parameter: getByPointer(document, address) as Parameter };
  });
  const inQuery = located.filter(({ parameter }) => parameter.in === 'query');
  return {
    type: 'object',
    additionalProperties: false,
    required: inQuery.filter(({ parameter }) => parameter.required).map(({ parameter }) => parameter.name),
    properties: Object.fromEntries(
      inQuery.map(({ address, parameter }) => {
        const { default: fallback } = parameter.schema;
        const reference = { $ref: `${documentId}${encodeURI(address)}/schema` };
        return [parameter.name, fallback === undefined ? reference : { ...reference, default: fallback }];
      }),
    ),
  };
}

function findAnswerPointer(located: LocatedOperation, status: number): string | undefined {
  const { responses } = located.operation;
  const key = [String(status), `${String(status).charAt(0)}XX`, 'default'].find((name) => name in responses);
  const answer = key === undefined ? undefined : responses[key];
  if (key === undefined || answer === undefined) return undefined;
  return isReference(answer) ? answer.$ref : `${located.pointer}/responses/${key}`;
}

/** Of a oneOf, the branch with the fewest problems speaks: the others only say that they are not meant. */
function validateBranches(
  ajv: Ajv2020,
  pointer: string,
  { document, body }: { readonly document: OpenApiDocument; readonly body: unknown },
): readonly Problem[] {
  const { oneOf } = getByPointer(document, pointer) as { oneOf?: unknown[] };
  const branches = oneOf === undefined ? [pointer] : oneOf.map((_, index) => `${pointer}/oneOf/${index}`);
  const results = branches.map((branch) => run(getCompiled(ajv, branch), body).problems);
  return results.reduce((best, next) => (next.length < best.length ? next : best));
}
