import type { Request, Response } from 'express';

/** What the person in front of a hosted page does: shows a document, or fails to, with the vendor's code for why. */
export type HostedOutcome = ShownDocument | { readonly failure: string };

export interface ShownDocument {
  readonly firstName: string;
  readonly lastName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}

export interface HostedPage {
  readonly vendor: string;
  /** The failures that its buttons offer, with their words. */
  readonly failures: Readonly<Record<string, string>>;
}

/** A page that plays a vendor's: type what the document says, or press why there is none. */
export function showHostedPage({ vendor, failures }: HostedPage, response: Response): void {
  const buttons = Object.entries(failures).map(
    ([code, words]) => `<button name="failure" value="${code}">${words}</button>`,
  );
  response.type('html').send(`<!doctype html><html lang="en"><title>Show a document</title>
<h1>Show a document</h1><p>This page plays ${vendor}. Nothing leaves this machine.</p><form method="post">
<p><label>Given name <input name="firstName"></label> <label>Family name <input name="lastName"></label>
<label>Birth date <input name="birthDate" type="date"></label></p>
<p><button>Show this passport</button> ${buttons.join(' ')}</p></form></html>`);
}

export function sayPageExpired(response: Response): void {
  response.status(404).type('html').send('<!doctype html><title>Expired</title><p>This page has expired.</p>');
}

export function sayThanks(response: Response): void {
  response.type('html').send('<!doctype html><title>Thank you</title><p>Thank you. You can close this page.</p>');
}

export function toHostedOutcome(form: URLSearchParams): HostedOutcome {
  const failure = form.get('failure');
  if (failure !== null) return { failure };
  const birthDate = form.get('birthDate') ?? '';
  const names = { firstName: form.get('firstName') ?? '', lastName: form.get('lastName') ?? '' };
  return birthDate === '' ? names : { ...names, birthDate };
}

/** Bodies are read as text, whatever they say they are: signatures and idempotency are about what came. */
export function toBodyText({ body }: Request): string {
  return typeof body === 'string' ? body : '';
}
