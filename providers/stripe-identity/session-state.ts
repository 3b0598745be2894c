import { z } from 'zod';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';
import type { SessionState } from '../hosted-session/hosted-vendor.ts';
import { toErrorAnswer } from './session-errors.ts';

const text = z.string().nullish();
const number = z.number().int().nullish();

const sessionSchema = z.object({
  id: z.string().min(1),
  status: z.string(),
  url: text,
  last_error: z.object({ code: text }).nullish(),
  metadata: z.record(z.string(), z.string()).nullish(),
  redaction: z.object({ status: z.string() }).nullish(),
  verified_outputs: z
    .object({
      first_name: text,
      last_name: text,
      dob: z.object({ day: number, month: number, year: number }).nullish(),
    })
    .nullish(),
});

export interface Session {
  readonly id: string;
  readonly url: string | undefined;
  readonly isRedacted: boolean;
  readonly received: z.infer<typeof sessionSchema>;
}

/** Throws `not_json` for what is no session. */
export function toSession(value: unknown): Session {
  const parsed = sessionSchema.safeParse(value);
  if (!parsed.success) throw new ProviderHttpError('not_json');
  const received = parsed.data;
  return {
    id: received.id,
    url: received.url ?? undefined,
    isRedacted: (received.redaction ?? undefined) !== undefined,
    received,
  };
}

/** https://docs.stripe.com/identity/how-sessions-work */
export function toSessionState({ isRedacted, url, received }: Session): SessionState {
  if (isRedacted) return { kind: 'removed' };
  const { status, last_error: error, verified_outputs: outputs, metadata } = received;
  switch (status) {
    case 'verified':
      return {
        kind: 'verified',
        person: {
          ...toPart('firstName', outputs?.first_name),
          ...toPart('lastName', outputs?.last_name),
          ...toPart('birthDate', toDate(outputs?.dob)),
        },
        questionId: metadata?.question,
        expectation: metadata?.expects,
      };
    case 'canceled':
      return { kind: 'unverified', answer: toErrorAnswer('canceled') };
    case 'requires_input':
      // So it begins, too: only an error says that somebody has tried.
      if (error?.code === undefined || error.code === null) return { kind: 'open', ...toPart('guestUrl', url) };
      return { kind: 'unverified', answer: toErrorAnswer(error.code) };
    default:
      return { kind: 'open' };
  }
}

function toDate(dob: NonNullable<z.infer<typeof sessionSchema>['verified_outputs']>['dob']): string | undefined {
  const { day, month, year } = dob ?? {};
  if (typeof day !== 'number' || typeof month !== 'number' || typeof year !== 'number') return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function toPart<Name extends string>(
  name: Name,
  value: string | null | undefined,
): Readonly<Partial<Record<Name, string>>> {
  return (value === undefined || value === null ? {} : { [name]: value }) as Readonly<Partial<Record<Name, string>>>;
}
