/** Why the PMS will not, in our words: its own message may quote the guest, so nothing else is kept of it. */
export type RefusalReason = 'payment_data' | 'too_long' | 'custom_field_unknown' | 'guest_unknown' | 'other';

/**
 * The one place where the vendor's English is read: a refusal has no code. Unread wording is `other`, which is handled as
 * any refusal is.
 */
export function toRefusalReason(message: unknown): RefusalReason {
  if (typeof message !== 'string') return 'other';
  if (/luhn|payment data|credit card|card number/i.test(message)) return 'payment_data';
  if (/too long|longer than|exceeds|max(imum)?\b.{0,30}\b(char|length)/i.test(message)) return 'too_long';
  if (/custom ?field/i.test(message) && isAbsence(message)) return 'custom_field_unknown';
  if (/guest/i.test(message) && isAbsence(message)) return 'guest_unknown';
  return 'other';
}

function isAbsence(message: string): boolean {
  return /\bnot\b|n't\b|\bno such\b|unknown|invalid|merged|removed|deleted/i.test(message);
}
