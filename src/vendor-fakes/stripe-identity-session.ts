import { randomUUID } from 'node:crypto';
import type { ShownDocument } from './hosted-page.ts';

export interface StripeIdentitySession {
  readonly id: string;
  status: 'requires_input' | 'processing' | 'verified' | 'canceled';
  readonly options: unknown;
  metadata: Readonly<Record<string, string>>;
  lastError: { readonly code: string; readonly reason: string } | null;
  outputs: ShownDocument | undefined;
  redaction: { readonly status: 'processing' | 'redacted' } | null;
  readonly token: string;
}

/** Refuses in Stripe's words: https://docs.stripe.com/api/errors */
export class StripeError extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, string>>;

  constructor(status: number, details: Readonly<Record<string, string>>) {
    super(details.message);
    this.status = status;
    this.details = details;
  }
}

const optionNames: readonly string[] = ['require_matching_selfie', 'require_live_capture', 'require_id_number'];

/** The session that a form asks for. Throws for what the API reference does not know. */
export function toStripeSession(form: URLSearchParams): StripeIdentitySession {
  const metadata: Record<string, string> = {};
  const document: Record<string, boolean> = {};
  for (const [name, value] of form) {
    const [, option] = /^options\[document\]\[(\w+)\]$/.exec(name) ?? [];
    const [, about] = /^metadata\[([^\]]+)\]$/.exec(name) ?? [];
    if (about !== undefined) metadata[about] = toMetadata(about, value);
    else if (option !== undefined && optionNames.includes(option)) document[option] = toBoolean(name, value);
    else if (name === 'return_url') assertUrl(value);
    else if (name !== 'type' && name !== 'client_reference_id') refuse(name, 'parameter_unknown');
  }
  if (form.get('type') !== 'document')
    refuse('type', form.has('type') ? 'parameter_invalid_empty' : 'parameter_missing');
  if (Object.keys(metadata).length > 50) refuse('metadata', 'parameter_invalid');
  return {
    id: `vs_${randomUUID().replaceAll('-', '')}`,
    status: 'requires_input',
    options: { document },
    metadata,
    lastError: null,
    outputs: undefined,
    redaction: null,
    token: `test_${randomUUID().replaceAll('-', '')}`,
  };
}

export function refuse(param: string, code: string): never {
  throw new StripeError(400, { code, param, message: `Invalid parameter: ${param}` });
}

function toMetadata(name: string, value: string): string {
  return name.length > 40 || value.length > 500 ? refuse(`metadata[${name}]`, 'parameter_invalid') : value;
}

function toBoolean(name: string, value: string): boolean {
  return value === 'true' || value === 'false' ? value === 'true' : refuse(name, 'parameter_invalid');
}

function assertUrl(value: string): void {
  if (!URL.canParse(value)) refuse('return_url', 'url_invalid');
}
