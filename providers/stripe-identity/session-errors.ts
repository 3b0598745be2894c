import type { CheckAnswer, MatchStrength } from '../../src/domain/finding.ts';

/** Without a strength: nothing was found out. */
interface Meaning {
  readonly text: string;
  readonly strength?: MatchStrength;
}

/**
 * Why a session did not end verified, by Stripe's `last_error.code`.
 * https://docs.stripe.com/api/identity/verification_sessions/object
 */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['canceled', { text: 'The check was cancelled' }],
  ['abandoned', { text: 'The guest began, and did not finish' }],
  ['consent_declined', { text: 'The guest did not agree to be checked by Stripe' }],
  ['country_not_supported', { text: 'Stripe does not check documents of that country' }],
  ['device_not_supported', { text: 'The guest’s device cannot be used for it' }],
  ['document_type_not_supported', { text: 'That kind of document is not taken' }],
  ['selfie_document_missing_photo', { text: 'The document has no picture to compare a selfie with' }],
  ['under_supported_age', { text: 'The guest is too young for Stripe to check' }],
  ['document_expired', { text: 'The document has expired', strength: 'possible' }],
  ['document_unverified_other', { text: 'The document could not be verified', strength: 'possible' }],
  ['selfie_face_mismatch', { text: 'The selfie is not the person on the document', strength: 'possible' }],
  ['selfie_manipulated', { text: 'The selfie looks manipulated', strength: 'possible' }],
  ['selfie_unverified_other', { text: 'The selfie could not be verified', strength: 'possible' }],
]);

const other: Meaning = { text: 'The check ended without a result, for a reason that is not known here' };

/** A failed check may be a bad photo: it asks for a look, and never says more than `possible`. */
export function toErrorAnswer(code: string): CheckAnswer {
  const meaning = meanings.get(code);
  const { text, strength } = meaning ?? other;
  const reasons = [{ code: `stripe_identity.${meaning === undefined ? 'other' : code}`, text }];
  return strength === undefined
    ? { result: 'incomplete', reasons, note: 'not verified' }
    : { result: 'match', strength, reasons, note: 'not verified' };
}
