/** The sandbox understands the request and does not do it: `success: false` at the API, 400 or 404 at the admin API. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: 'invalid' | 'not_found';

  constructor(message: string, code: 'invalid' | 'not_found' = 'invalid') {
    super(message);
    this.code = code;
  }
}
