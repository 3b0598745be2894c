import { parse } from 'mrz';

/** What the machine-readable zone says, in the form's own words. Dates are `YYYY-MM-DD`, countries ISO 3166 alpha-3. */
export interface ReadDocument {
  /** The whole zone; empty where its last check digit, over all of it, does not fit. */
  readonly documentMrz: string;
  readonly documentType: 'passport' | 'dni';
  readonly documentNumber: string;
  readonly issuingState: string;
  readonly nationality: string;
  readonly birthDate: string;
  readonly documentExpiresOn: string;
  readonly gender: 'M' | 'F' | '';
  readonly firstName: string;
  readonly lastName: string;
}

/** Lines and their length: TD3 (passports), TD1 (cards) and TD2. ICAO 9303. */
const formats = [
  { lines: 2, length: 44 },
  { lines: 3, length: 30 },
  { lines: 2, length: 36 },
] as const;

/** Finds the zone in what was read off a picture. Undefined unless its check digits are right. */
export function findDocument(text: string, today = new Date()): ReadDocument | undefined {
  const lines = text
    .toUpperCase()
    .split('\n')
    .map((line) => line.replace(/[«‹]/g, '<').replace(/[^A-Z0-9<]/g, ''))
    .filter((line) => line.length >= 26);
  for (const { lines: count, length } of formats) {
    for (let first = lines.length - count; first >= 0; first -= 1) {
      const found = readLines(lines.slice(first, first + count), length, today);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function readLines(lines: readonly string[], length: number, today: Date): ReadDocument | undefined {
  if (lines.some((line) => Math.abs(line.length - length) > 3)) return undefined;
  const zone = lines.map((line) => toLength(line, length));
  try {
    const { fields, details } = parse([...zone], { autocorrect: true });
    const isRight = details.filter(({ field }) => checked.includes(field ?? '')).every(({ valid }) => valid);
    const isWhole = details.every(({ field, valid }) => valid || field !== 'compositeCheckDigit');
    return isRight ? toDocument(fields, isWhole ? correct(zone, details) : '', today) : undefined;
  } catch {
    return undefined; // No zone of this format.
  }
}

const checked: readonly string[] = [
  'documentNumber',
  'documentNumberCheckDigit',
  'birthDate',
  'birthDateCheckDigit',
  'expirationDate',
  'expirationDateCheckDigit',
];

/** A run of fillers is read too long or too short; it ends the line, or stands before its last digit. */
function toLength(line: string, length: number): string {
  if (line.length === length) return line;
  const [, start = line, end = ''] = /^(.*?<{2,})(\d{0,2})$/.exec(line) ?? [];
  const missing = length - line.length;
  if (missing > 0) return start + '<'.repeat(missing) + end;
  return (start.slice(0, missing) + end).slice(0, length);
}

type Parsed = ReturnType<typeof parse>;

function correct(zone: readonly string[], details: Parsed['details']): string {
  const lines = zone.map((line) => Array.from(line));
  for (const { autocorrect } of details) {
    for (const { line, column, corrected } of autocorrect) lines[line]?.splice(column, 1, corrected);
  }
  return lines.map((line) => line.join('')).join('\n');
}

function toDocument(fields: Parsed['fields'], documentMrz: string, today: Date): ReadDocument {
  const code = fields.documentCode ?? '';
  const { birthDate, expirationDate } = fields;
  return {
    documentMrz,
    documentType: code.startsWith('P') ? 'passport' : 'dni',
    documentNumber: fields.documentNumber ?? '',
    issuingState: fields.issuingState ?? '',
    nationality: fields.nationality ?? '',
    birthDate: toDate(birthDate ?? '', (year) => year <= today.getFullYear()),
    documentExpiresOn: toDate(expirationDate ?? '', (year) => year <= today.getFullYear() + 50),
    gender: fields.sex === 'male' ? 'M' : fields.sex === 'female' ? 'F' : '',
    firstName: toWritten(fields.firstName ?? ''),
    lastName: toWritten(fields.lastName ?? ''),
  };
}

/** Two digits of a year: the latest century that is possible. */
function toDate(digits: string, isPossible: (year: number) => boolean): string {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (year === '') return '';
  const late = 2000 + Number(year);
  return `${isPossible(late) ? late : late - 100}-${month}-${day}`;
}

/** Capitals as people write a name. */
function toWritten(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
