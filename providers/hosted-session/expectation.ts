import { createHmac } from 'node:crypto';
import type { DeclaredFields } from '../../src/ports/check-provider.ts';
import { type NameWords, toNameWords } from './name-words.ts';

/** Whom the booking names, ready to be compared with whoever shows a document. */
export interface BookedPerson {
  readonly given: NameWords;
  readonly family: NameWords;
  /** `YYYY-MM-DD`, or absent. */
  readonly birthDate: string | undefined;
}

export function toBookedPerson({ firstName, lastName, birthDate }: DeclaredFields): BookedPerson {
  return {
    given: toNameWords(firstName),
    family: toNameWords(lastName),
    birthDate: birthDate !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(birthDate) ? birthDate : undefined,
  };
}

/**
 * What the booking says, as keyed digests. The vendor keeps it beside the session, because an answer that comes later is read
 * without the guest's fields at hand; it tells nothing to whom the key is not told. Salted by question: the same name looks
 * different each time.
 */
export interface Expectation {
  readonly keyId: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly birthDate: string;
}

/** Makes the digests of one question under one key. */
export function createDigester(key: string, questionId: string): (kind: 'word' | 'date', value: string) => string {
  return (kind, value) => toDigest(key, `${questionId}:${kind}:${value}`, 9);
}

export function toKeyId(key: string): string {
  return toDigest(key, 'which key', 3);
}

/** At most 350 characters of letters, digits, `-`, `_`, `.` and `,`. */
export function toExpectationText(booked: BookedPerson, key: string, questionId: string): string {
  const digest = createDigester(key, questionId);
  const toWords = ({ words }: NameWords) => withJoined(words).map((word) => digest('word', word));
  const birthDate = booked.birthDate === undefined ? '' : digest('date', booked.birthDate);
  return ['1', toKeyId(key), toWords(booked.given).join(','), toWords(booked.family).join(','), birthDate].join('.');
}

/** `undefined` for what is none. */
export function findExpectation(text: unknown): Expectation | undefined {
  if (typeof text !== 'string') return undefined;
  const [version, keyId, given, family, birthDate, ...more] = text.split('.');
  if (version !== '1' || keyId === undefined || given === undefined || family === undefined) return undefined;
  if (birthDate === undefined || more.length > 0) return undefined;
  return { keyId, given: toList(given), family: toList(family), birthDate };
}

/** Words, and all of them written as one: `de la Cruz` is `Delacruz` in some documents. The joined one comes last. */
export function withJoined(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...words, words.join('')];
}

function toList(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}

function toDigest(key: string, value: string, bytes: number): string {
  return createHmac('sha256', key).update(value).digest().subarray(0, bytes).toString('base64url');
}
