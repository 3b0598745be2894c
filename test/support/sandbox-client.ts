// A plain caller of a sandbox over HTTP, which judges every answer by cloudbeds.yaml.
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { listOperations } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const document = loadOpenApiDocument('cloudbeds');
const validators = getOperationValidators(document);
const operations = new Map(listOperations(document).map((located) => [located.operation.operationId, located]));

export type Fields = Readonly<Record<string, string>>;

export interface SandboxAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, or the text when it is none. */
  readonly body: AnswerBody;
}

/** Loose on purpose: tests say what they expect to find. */
export interface AnswerBody {
  readonly success?: boolean;
  readonly message?: string;
  readonly [field: string]: unknown;
}

export interface CallOptions {
  readonly apiKey?: string;
  readonly propertyId?: string;
}

export interface SandboxClient {
  /** Sends fields as the operation wants them: query or form. Throws when the answer is not as described. */
  readonly call: (operationId: string, fields?: Fields, options?: CallOptions) => Promise<SandboxAnswer>;
  /** As call; throws for a refusal. */
  readonly succeed: (operationId: string, fields?: Fields, options?: CallOptions) => Promise<AnswerBody>;
  /** The message of a refusal; throws when there is none. */
  readonly refusal: (operationId: string, fields?: Fields, options?: CallOptions) => Promise<string>;
}

/** `observe` sees each answer, for a second judge. */
export function createSandboxClient(
  sandbox: Pick<Sandbox, 'apiUrl' | 'apiKey'>,
  observe: (operationId: string, body: AnswerBody) => void = () => undefined,
): SandboxClient {
  async function call(operationId: string, fields: Fields = {}, options: CallOptions = {}): Promise<SandboxAnswer> {
    const located = operations.get(operationId);
    if (located === undefined) throw new Error(`no operation ${operationId}`);
    const parameters = new URLSearchParams(fields);
    const isForm = located.operation.requestBody !== undefined;
    const response = await fetch(`${sandbox.apiUrl}${located.path}${isForm ? '' : `?${parameters.toString()}`}`, {
      method: located.method.toUpperCase(),
      headers: {
        'x-api-key': options.apiKey ?? sandbox.apiKey,
        ...(options.propertyId !== undefined && { 'x-property-id': options.propertyId }),
      },
      ...(isForm && { body: parameters }),
    });
    return judge(operationId, response);
  }

  async function judge(operationId: string, response: Response): Promise<SandboxAnswer> {
    const body = toBody(await response.text());
    const problems = validators.validateAnswer(operationId, response.status, body);
    if (problems.length > 0)
      throw new Error(`${operationId} answered what is not described: ${JSON.stringify(problems)}`);
    if (!response.headers.has('x-request-id')) throw new Error(`${operationId} answered without X-Request-ID`);
    if (response.status === 200) observe(operationId, body);
    return { status: response.status, headers: response.headers, body };
  }

  async function succeed(operationId: string, fields?: Fields, options?: CallOptions): Promise<AnswerBody> {
    const { body } = await call(operationId, fields, options);
    if (body.success !== true) throw new Error(`${operationId} was refused: ${body.message ?? 'without a message'}`);
    return body;
  }

  async function refusal(operationId: string, fields?: Fields, options?: CallOptions): Promise<string> {
    const { status, body } = await call(operationId, fields, options);
    if (status !== 200 || body.success !== false) throw new Error(`${operationId} was not refused`);
    return body.message ?? '';
  }

  return { call, succeed, refusal };
}

function toBody(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody;
  } catch {
    return { text };
  }
}
