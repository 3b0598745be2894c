import type { LocalDate } from '../../src/domain/subject.ts';
import { type Doubt, toLikely, toPossible } from './doubt.ts';
import type { EnteredDocument } from './entered-document.ts';
import type { MachineReadableZone } from './machine-readable-zone.ts';
import { isSameName } from './names.ts';

const unreadable = toPossible(
  'mrz_unreadable',
  'The machine-readable zone has no format that passports and cards have',
);
const wrongCheckDigit = toLikely('mrz_check_digit', 'A check digit of the machine-readable zone is wrong');
const otherNumber = toLikely('mrz_number_differs', 'The machine-readable zone has another document number');
const otherBirthDate = toLikely('mrz_birth_date_differs', 'The machine-readable zone has another birth date');
const otherExpiry = toPossible('mrz_expiry_differs', 'The machine-readable zone has another expiry date');
const otherCountry = toPossible('mrz_country_differs', 'The machine-readable zone names another issuing country');
const otherName = toPossible('mrz_name_differs', 'The machine-readable zone has another name');

/** Where the zone is wrong in itself, and where it says something else than was entered beside it. */
export function listZoneDoubts(entered: EnteredDocument, zone: MachineReadableZone | undefined): readonly Doubt[] {
  if (entered.mrz === undefined) return [];
  if (zone === undefined) return [unreadable];
  const { number, issuingCountry, expiresOn, holder } = entered;
  const rules: readonly (readonly [differs: boolean, doubt: Doubt])[] = [
    [!zone.hasRightCheckDigits, wrongCheckDigit],
    [number !== undefined && !holdsNumber(zone.text, number), otherNumber],
    [isOtherDate(holder.birthDate, zone.birthDate), otherBirthDate],
    [isOtherDate(expiresOn, zone.expiryDate), otherExpiry],
    [isOther(issuingCountry, zone.issuingCountry), otherCountry],
    [zone.name !== undefined && isSameName(holder, zone.name) === false, otherName],
  ];
  return rules.filter(([differs]) => differs).map(([, doubt]) => doubt);
}

/** Anywhere, since cards put the number that people know into optional fields. O and 0 look the same; a D is Germany's. */
function holdsNumber(text: string, number: string): boolean {
  const plain = text.replaceAll('O', '0');
  return [number, number.replace(/D$/, '')].some((spelled) => plain.includes(spelled.replaceAll('O', '0')));
}

function isOtherDate(entered: LocalDate | undefined, inZone: string | undefined): boolean {
  if (entered === undefined || inZone === undefined) return false;
  const short = entered.slice(2).replaceAll('-', '');
  return Array.from(inZone).some((character, index) => character !== '<' && character !== short[index]);
}

function isOther(entered: string | undefined, inZone: string | undefined): boolean {
  return entered !== undefined && inZone !== undefined && entered !== inZone;
}
