import type { components } from '../../openapi/service.generated.ts';

type Problem = components['schemas']['Problem'];

/** An answer that is no success. Branch on `code`; texts may change. */
export class ProblemError extends Error {
  readonly status: number;
  /** As the service's problem documents have it; `unreadable` where something in between answered. */
  readonly code: string;
  /** The document itself, where there was one. */
  readonly problem: Problem | undefined;
  /** How long to wait before trying again, where the service says so. */
  readonly retryAfterS: number | undefined;

  constructor(response: Pick<Response, 'status' | 'headers'>, body: unknown) {
    const problem = toProblem(body);
    super(problem?.title ?? `answered with status ${response.status}`);
    this.name = 'ProblemError';
    this.status = response.status;
    this.code = problem?.code ?? 'unreadable';
    this.problem = problem;
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    this.retryAfterS = Number.isFinite(seconds) ? seconds : undefined;
  }
}

function toProblem(body: unknown): Problem | undefined {
  const isProblem = typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
  return isProblem ? (body as Problem) : undefined;
}
