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

/** Nothing follows three fillers but more of them, or a check digit; small ones look like letters that are one stroke. */
const misreadFillers = /<{3}[<KLIC]+$/;

/** Finds the zone in what was read off a picture. Undefined unless its check digits are right. */
export function findDocument(text: string, today = new Date()): ReadDocument | undefined {
  const lines = text
    .toUpperCase()
    .split('\n')
    .map((line) => line.replace(/[«‹]/g, '<').replace(/[^A-Z0-9<]/g, ''))
    .map((line) => line.replace(misreadFillers, (fillers) => '<'.repeat(fillers.length)))
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
  if (lines.some((line) => !isNear(line, length))) return undefined;
  const zone = lines.map((line) => toLength(line, length));
  const found = readZone(zone, today);
  if (found !== undefined) return found;
  // A letter was read as two, such as O as 0O: of all ways to leave one out, check digits and countries say which is right.
  for (const [place, line] of lines.entries()) {
    for (let index = 0; line.length === length + 1 && index < line.length; index += 1) {
      const shorter = line.slice(0, index) + line.slice(index + 1);
      const without = readZone(zone.with(place, shorter), today);
      if (without !== undefined && without.documentMrz !== '' && without.nationality !== '') return without;
    }
  }
  return undefined;
}

/** Of fillers at the end any number may have been made up. */
function isNear(line: string, length: number): boolean {
  return (
    Math.abs(line.length - length) <= 3 || (line.length > length && line.slice(length - 3).replaceAll('<', '') === '')
  );
}

function readZone(zone: readonly string[], today: Date): ReadDocument | undefined {
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
    // A day of grace: it may be tomorrow where the guest was born.
    birthDate: toDate(birthDate ?? '', plusDays(today, 1)),
    documentExpiresOn: toDate(expirationDate ?? '', plusDays(today, 50 * 366)),
    gender: fields.sex === 'male' ? 'M' : fields.sex === 'female' ? 'F' : '',
    firstName: toWritten(fields.firstName ?? ''),
    lastName: toWritten(fields.lastName ?? ''),
  };
}

/** Two digits of a year: the latest century in which the date is not after `latest`. */
function toDate(digits: string, latest: string): string {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  if (year === '') return '';
  const late = `20${year}-${month}-${day}`;
  return late <= latest ? late : `19${late.slice(2)}`;
}

function plusDays(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Capitals as people write a name. */
function toWritten(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
