import type { CheckAnswer, FindingResult, MatchStrength, Reason } from '../domain/finding.ts';
import { type SubjectField, subjectFieldNames } from '../domain/subject.ts';

const results: readonly FindingResult[] = ['clear', 'match', 'incomplete', 'pending', 'unavailable'];
const strengths: readonly MatchStrength[] = ['possible', 'likely', 'strong'];

/** Far above what an answer needs, and far below what would hurt the database. */
const longestText = 4_000;
const longestList = 200;

/**
 * What a provider answered, with nothing in it that does not belong: providers are other people's code, and what they add
 * must not pass for what the service says. `undefined` where it is no answer.
 */
export function toCheckAnswer(value: unknown): CheckAnswer | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { result, strength, reasons, missing, reference, guestUrl, note } = value as Loose<CheckAnswer>;
  const isWellFormed =
    isOneOf(result, results) &&
    isListOf(reasons, isReason) &&
    isAbsentOr(strength, (given) => isOneOf(given, strengths)) &&
    isAbsentOr(missing, (given) => isListOf(given, isSubjectField)) &&
    [reference, note].every((text) => isAbsentOr(text, isText)) &&
    isAbsentOr(guestUrl, isGuestUrl);
  if (!isWellFormed) return undefined;
  const given = {
    result,
    strength,
    reasons: (reasons as Reason[]).map(({ code, text }) => ({ code, text })),
    missing,
    reference,
    guestUrl,
    note,
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) as unknown as CheckAnswer;
}

type Loose<Shape> = { readonly [Name in keyof Shape]?: unknown };

function isReason(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { code, text } = value as Loose<Reason>;
  return isText(code) && isText(text);
}

function isSubjectField(value: unknown): value is SubjectField {
  return isOneOf(value, subjectFieldNames);
}

/** It becomes a link in the PMS and in mails: no other scheme may hide in it. */
function isGuestUrl(value: unknown): boolean {
  return isText(value) && /^https?:\/\//i.test(value) && URL.canParse(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= longestList && value.every(isItem);
}

function isAbsentOr(value: unknown, isRight: (given: unknown) => boolean): boolean {
  return value === undefined || isRight(value);
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return isText(value) && allowed.includes(value);
}
