import { ServiceError } from '../../domain/errors.ts';
import type { Problem } from '../../openapi/problem.ts';

/** `request_invalid` with each thing that is wrong, by JSON pointer; none of them quotes a value. */
export class InvalidRequest extends ServiceError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('request_invalid', { problems: problems.length });
    this.problems = problems;
  }
}
