import { parse, type ParseResult } from 'mrz';
import { findAlpha2 } from '../../src/domain/iso-countries.ts';
import type { LocalDate } from '../../src/domain/subject.ts';
import type { HolderName } from './names.ts';

/** What a machine-readable zone says. What cannot be read is absent. */
export interface MachineReadableZone {
  /** Capitals and digits of all lines, without fillers: national numbers stand in more than one place. */
  readonly text: string;
  readonly hasRightCheckDigits: boolean;
  readonly name: HolderName | undefined;
  /** `YYMMDD`; parts that the issuer does not know are `<<`. */
  readonly birthDate: string | undefined;
  readonly expiryDate: string | undefined;
  /** Only where it is a whole date; documents of this century. */
  readonly expiresOn: LocalDate | undefined;
  /** ISO 3166 alpha-2. */
  readonly issuingCountry: string | undefined;
}

const longest = 200;
const lineLengths: Readonly<Record<number, number>> = { 90: 30, 72: 36, 88: 44 };

/** Reads TD1, TD2 and TD3 (ICAO 9303), the former French identity card, and the driving licences that have such a zone. */
export function findMachineReadableZone(text: string): MachineReadableZone | undefined {
  const parsed = findParsed(toLines(text));
  if (parsed === undefined) return undefined;
  const { fields, details, lines } = parsed;
  const expiryDate = fields.expirationDate ?? undefined;
  return {
    text: lines.join('').replaceAll('<', ''),
    hasRightCheckDigits: details.every(({ field, valid }) => valid || field?.endsWith('CheckDigit') !== true),
    name: toName(fields),
    birthDate: fields.birthDate ?? undefined,
    expiryDate,
    expiresOn: expiryDate !== undefined && /^\d{6}$/.test(expiryDate) ? toDate(expiryDate) : undefined,
    issuingCountry: toCountry(fields.issuingState ?? ''),
  };
}

/** Lines as they were read, or one text of all of them, which has a length of its own in each format. */
function toLines(text: string): readonly string[] {
  if (text.length > longest) return [];
  const lines = text
    .toUpperCase()
    .replaceAll('«', '<<')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
  const all = lines.join('');
  const length = lines.length === 1 ? lineLengths[all.length] : undefined;
  return length === undefined ? lines : (all.match(new RegExp(`.{${length}}`, 'g')) ?? []);
}

type Parsed = ParseResult & { readonly lines: readonly string[] };

function findParsed(lines: readonly string[]): Parsed | undefined {
  if (lines.length === 0 || !lines.every((line) => /^[A-Z0-9<]+$/.test(line))) return undefined;
  try {
    return { ...parse(lines), lines };
  } catch {
    return undefined; // the library throws what fits no format; its message quotes the text
  }
}

function toName({ firstName, lastName }: ParseResult['fields']): HolderName | undefined {
  if (lastName === undefined || lastName === null) return undefined;
  return { lastName, firstName: firstName ?? '' };
}

function toDate(expiryDate: string): LocalDate {
  return `20${expiryDate.slice(0, 2)}-${expiryDate.slice(2, 4)}-${expiryDate.slice(4)}`;
}

/** ICAO 9303-3, section 5: Germany has one letter, the kinds of British nationals codes of their own, and so has Kosovo. */
function toCountry(state: string): string | undefined {
  if (state === 'D') return 'DE';
  if (/^GB[DNOPS]$/.test(state)) return 'GB';
  return state === 'RKS' ? 'XK' : findAlpha2(state);
}
