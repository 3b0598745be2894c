import { z } from 'zod';
import type { CheckAnswer, MatchStrength } from '../../src/domain/finding.ts';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';
import type { SessionState } from '../hosted-session/hosted-vendor.ts';

const text = z.string().nullish();

const decisionSchema = z.object({
  status: z.string(),
  session_url: text,
  vendor_data: text,
  metadata: z.unknown(),
  id_verifications: z
    .array(z.object({ status: text, first_name: text, last_name: text, date_of_birth: text }))
    .nullish(),
});

type Decision = z.infer<typeof decisionSchema>;

/** Throws `not_json` for what is no decision. https://docs.didit.me/integration/verification-statuses */
export function toSessionState(value: unknown): SessionState {
  const parsed = decisionSchema.safeParse(value);
  if (!parsed.success) throw new ProviderHttpError('not_json');
  const decision = parsed.data;
  switch (decision.status) {
    case 'Approved':
      return toVerified(decision);
    case 'Declined':
      return toUnverified('declined', 'Didit does not take the document for genuine, or for the guest’s', 'likely');
    case 'In Review':
      return toUnverified('in_review', 'Somebody must look at it in Didit’s console', 'possible');
    case 'Abandoned':
      return toUnverified('abandoned', 'The guest began, and did not finish');
    case 'Expired':
      return toUnverified('expired', 'The guest did not begin in time');
    case 'Kyc Expired':
      return toUnverified('verification_expired', 'What was verified is no longer valid');
    default:
      return { kind: 'open', ...(isPresent(decision.session_url) ? { guestUrl: decision.session_url } : {}) };
  }
}

/** A workflow may read more than one document: the one that was approved counts. */
function toVerified({ id_verifications: documents, vendor_data: questionId, metadata }: Decision): SessionState {
  const document = documents?.find(({ status }) => status === 'Approved');
  const expectation =
    typeof metadata === 'object' && metadata !== null && 'expects' in metadata ? metadata.expects : undefined;
  return {
    kind: 'verified',
    person: {
      ...(isPresent(document?.first_name) ? { firstName: document.first_name } : {}),
      ...(isPresent(document?.last_name) ? { lastName: document.last_name } : {}),
      ...(isPresent(document?.date_of_birth) ? { birthDate: document.date_of_birth } : {}),
    },
    questionId,
    expectation,
  };
}

function toUnverified(code: string, words: string, strength?: MatchStrength): SessionState {
  const reasons = [{ code: `didit.${code}`, text: words }];
  const answer: CheckAnswer =
    strength === undefined
      ? { result: 'incomplete', reasons, note: 'not verified' }
      : { result: 'match', strength, reasons, note: 'not verified' };
  return { kind: 'unverified', answer };
}

function isPresent(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value !== '';
}
