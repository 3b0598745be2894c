import type { PasswordProblem } from '../../domain/access/password-rules.ts';
import { ServiceError } from '../../domain/errors.ts';

/** `request_invalid`: a new password that somebody else could guess. */
export class PasswordRefused extends ServiceError {
  readonly problem: PasswordProblem;

  constructor(problem: PasswordProblem) {
    super('request_invalid', { field: 'password', problem });
    this.problem = problem;
  }
}
