import { createDigester, type Expectation, toKeyId, withJoined } from './expectation.ts';
import { toNameWords } from './name-words.ts';

/** Who the vendor says has shown a document. */
export interface VerifiedPerson {
  readonly firstName?: string;
  readonly lastName?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}

export type Agreement = 'same' | 'different' | 'unknown';

export interface PersonComparison {
  readonly familyName: Agreement;
  readonly givenName: Agreement;
  readonly birthDate: Agreement;
}

export interface ComparisonParts {
  readonly expectation: Expectation | undefined;
  readonly person: VerifiedPerson;
  /** Newest first; an expectation may have been made under an older one. */
  readonly keys: readonly string[];
  readonly questionId: string;
}

const nothingKnown: PersonComparison = { familyName: 'unknown', givenName: 'unknown', birthDate: 'unknown' };

/**
 * Holds the booking against the document. People book under a part of their name, in another order, or with what the document
 * has as one word as two; so a family name agrees when one side has all words of the other, and a given name when one word
 * agrees. An initial agrees with a word that begins so.
 */
export function comparePerson({ expectation, person, keys, questionId }: ComparisonParts): PersonComparison {
  const key = keys.find((each) => toKeyId(each) === expectation?.keyId);
  if (expectation === undefined || key === undefined) return nothingKnown;
  const digest = createDigester(key, questionId);
  const given = toShownName(person.firstName, digest);
  const family = toShownName(person.lastName, digest);
  const shown = family.words.length === 0 ? { given, family: given } : { given, family };
  const straight = compareNames(expectation, shown);
  const swapped = compareNames(expectation, { given: shown.family, family: shown.given });
  const isSwapped = swapped.familyName === 'same' && swapped.givenName === 'same';
  const birthDate = person.birthDate === undefined ? '' : digest('date', person.birthDate);
  const isDated = expectation.birthDate !== '' && birthDate !== '';
  return {
    ...(isSwapped ? swapped : straight),
    birthDate: isDated ? toAgreement(birthDate === expectation.birthDate) : 'unknown',
  };
}

interface ShownName {
  /** Digests of the words, and of all of them written as one. */
  readonly words: readonly string[];
  readonly initials: readonly string[];
}

function toShownName(name: string | undefined, digest: ReturnType<typeof createDigester>): ShownName {
  const { words } = toNameWords(name);
  return {
    words: withJoined(words).map((word) => digest('word', word)),
    initials: words.map((word) => digest('word', word.charAt(0))),
  };
}

function compareNames(
  booked: Expectation,
  shown: { readonly given: ShownName; readonly family: ShownName },
): Pick<PersonComparison, 'familyName' | 'givenName'> {
  const hasFamily = booked.family.length > 0 && shown.family.words.length > 0;
  const hasGiven = booked.given.length > 0 && shown.given.words.length > 0;
  const isFamily = hasAll(shown.family.words, booked.family) || hasAll(booked.family, shown.family.words);
  const givenWords = [...shown.given.words, ...shown.given.initials];
  return {
    familyName: hasFamily ? toAgreement(isFamily) : 'unknown',
    givenName: hasGiven ? toAgreement(booked.given.some((word) => givenWords.includes(word))) : 'unknown',
  };
}

/** All single words, or the whole written as one: the last of a list that has more than one. */
function hasAll(known: readonly string[], words: readonly string[]): boolean {
  const singles = words.length < 2 ? words : words.slice(0, -1);
  return singles.every((word) => known.includes(word)) || words.slice(-1).some((word) => known.includes(word));
}

function toAgreement(isSame: boolean): Agreement {
  return isSame ? 'same' : 'different';
}
