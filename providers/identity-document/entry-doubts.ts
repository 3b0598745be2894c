import { toAgeOn } from '../../src/domain/calendar.ts';
import type { LocalDate } from '../../src/domain/subject.ts';
import { type Doubt, toLikely, toPossible } from './doubt.ts';
import type { EnteredDocument } from './entered-document.ts';
import { readNumber } from './number-formats.ts';

const oldestYears = 120;

const expiredBefore = toPossible('expired', 'The document has expired before the arrival');
const expiredDuring = toPossible('expired', 'The document expires during the stay');
const impossibleDates = toPossible('dates_inconsistent', 'The dates of the document contradict each other');
const implausibleBirth = toPossible('birth_date_implausible', 'Nobody alive is born on that date');
const tooYoung = toPossible('under_age', 'The guest is younger than the hotel takes on the day of arrival');
const malformedNumber = toPossible('number_malformed', 'The country writes numbers of such documents in another way');
const wrongCheckDigit = toLikely('number_check_digit', 'The check digit of the document number is wrong');

export interface Circumstances {
  /** Where nothing was entered, what the machine-readable zone says. */
  readonly expiresOn: LocalDate | undefined;
  readonly today: LocalDate;
  readonly minimumAgeYears: number;
}

/** What does not fit in what was entered, without the machine-readable zone. */
export function listEntryDoubts(entered: EnteredDocument, circumstances: Circumstances): readonly Doubt[] {
  return [
    ...listNumberDoubts(entered),
    ...listExpiryDoubts(entered, circumstances),
    ...listBirthDoubts(entered, circumstances),
    ...(hasImpossibleDates(entered, circumstances) ? [impossibleDates] : []),
  ];
}

function listNumberDoubts({ number, kind, issuingCountry }: EnteredDocument): readonly Doubt[] {
  if (number === undefined || kind === undefined) return [];
  switch (readNumber(number, kind, issuingCountry)) {
    case 'malformed':
      return [malformedNumber];
    case 'wrong check digit':
      return [wrongCheckDigit];
    case 'fits':
    case 'unknown':
      return [];
  }
}

/** Dates are compared as the text that they are: in this form the later is the greater. */
function listExpiryDoubts({ stay }: EnteredDocument, { expiresOn, today }: Circumstances): readonly Doubt[] {
  if (expiresOn === undefined) return [];
  if (expiresOn < (stay.arrivesOn ?? today)) return [expiredBefore];
  return stay.departsOn !== undefined && expiresOn < stay.departsOn ? [expiredDuring] : [];
}

function hasImpossibleDates({ issuedOn, holder }: EnteredDocument, { expiresOn, today }: Circumstances): boolean {
  if (issuedOn === undefined) return false;
  const isTooLate = expiresOn !== undefined && issuedOn > expiresOn;
  const isTooEarly = holder.birthDate !== undefined && issuedOn < holder.birthDate;
  return isTooLate || isTooEarly || issuedOn > today;
}

function listBirthDoubts({ holder, stay }: EnteredDocument, circumstances: Circumstances): readonly Doubt[] {
  const { birthDate, isMainGuest } = holder;
  const { today, minimumAgeYears } = circumstances;
  if (birthDate === undefined) return [];
  if (birthDate > today || toAgeOn(birthDate, today) > oldestYears) return [implausibleBirth];
  const isAsked = isMainGuest && minimumAgeYears > 0;
  return isAsked && toAgeOn(birthDate, stay.arrivesOn ?? today) < minimumAgeYears ? [tooYoung] : [];
}
