import {
  hasBelgianDigits,
  hasBrazilianDigits,
  hasIcaoDigit,
  hasPolishDigit,
  hasPortugueseDigit,
  hasSpanishLetter,
} from './check-digits.ts';

export type DocumentKind = 'passport' | 'identity card' | 'nie' | 'cpf';

/** One way in which a country writes a number; where it has digits of its own to check, `isRight` does. */
interface NumberFormat {
  readonly pattern: RegExp;
  readonly isRight?: (number: string) => boolean;
}

/** `unknown`: of a country or kind whose numbers this table does not know. */
export type NumberReading = 'fits' | 'malformed' | 'wrong check digit' | 'unknown';

/** What German documents may hold: no vowels, and no letters that look like digits (PAuswV, PassV). */
const german: readonly NumberFormat[] = [
  { pattern: /^[CFGHJKLMNPRTVWXYZ0-9]{9}D?$/ },
  {
    pattern: /^[CFGHJKLMNPRTVWXYZ0-9]{9}\dD?$/,
    isRight: (number) => hasIcaoDigit(number.slice(0, 10)),
  },
];
/** Dutch documents have no letter O. */
const dutch: readonly NumberFormat[] = [{ pattern: /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/ }];
const nie: NumberFormat = { pattern: /^[XYZ]\d{7}[A-Z]$/, isRight: hasSpanishLetter };

const formats: Readonly<Record<string, Partial<Readonly<Record<DocumentKind, readonly NumberFormat[]>>>>> = {
  AR: { 'identity card': [{ pattern: /^\d{7,8}$/ }] },
  BE: {
    'identity card': [{ pattern: /^\d{12}$/, isRight: hasBelgianDigits }, { pattern: /^[A-Z]\d{9}$/ }],
    passport: [{ pattern: /^[A-Z]{2}\d{6}$/ }],
  },
  BR: {
    cpf: [{ pattern: /^\d{11}$/, isRight: hasBrazilianDigits }],
    passport: [{ pattern: /^[A-Z]{2}\d{6}$/ }],
  },
  DE: { 'identity card': german, passport: german },
  ES: {
    // The card also bears the number of its plastic, which travellers copy as often.
    'identity card': [{ pattern: /^\d{7,8}[A-Z]$/, isRight: hasSpanishLetter }, nie, { pattern: /^[A-Z]{3}\d{6}$/ }],
    nie: [nie, { pattern: /^E\d{8}$/ }],
    passport: [{ pattern: /^[A-Z]{2,3}\d{6}[A-Z]?$/ }],
  },
  FR: {
    'identity card': [{ pattern: /^\d{12}$/ }, { pattern: /^[A-Z0-9]{9}$/ }],
    passport: [{ pattern: /^\d{2}[A-Z]{2}\d{5}$/ }],
  },
  GB: { passport: [{ pattern: /^\d{9}$/ }] },
  IT: {
    'identity card': [{ pattern: /^[A-Z]{2}(?:\d{7}|\d{5}[A-Z]{2})$/ }, { pattern: /^\d{7}[A-Z]{2}$/ }],
    passport: [{ pattern: /^[A-Z]{1,2}\d{6,7}$/ }],
  },
  NL: { 'identity card': dutch, passport: dutch },
  PL: {
    'identity card': [
      { pattern: /^[A-Z]{3}\d{6}$/, isRight: (number) => hasPolishDigit(number, [7, 3, 1, 9, 7, 3, 1, 7, 3]) },
    ],
    passport: [
      { pattern: /^[A-Z]{2}\d{7}$/, isRight: (number) => hasPolishDigit(number, [7, 3, 9, 1, 7, 3, 1, 7, 3]) },
    ],
  },
  PT: {
    // Spelled without its last three, it is the civil number, with or without its own digit.
    'identity card': [{ pattern: /^\d{9}[A-Z0-9]{2}\d$/, isRight: hasPortugueseDigit }, { pattern: /^\d{7,9}$/ }],
    passport: [{ pattern: /^[A-Z]{1,2}\d{6}$/ }],
  },
  US: { passport: [{ pattern: /^[A-Z0-9]\d{8}$/ }] },
};

/** Kinds that only one country issues, whatever else was entered. */
const onlyIssuer: Partial<Readonly<Record<DocumentKind, string>>> = { nie: 'ES', cpf: 'BR' };

/** Reads a bare number as its country writes it. Formats change: what fits none is a reason to look, no more. */
export function readNumber(number: string, kind: DocumentKind, country: string | undefined): NumberReading {
  const issuer = onlyIssuer[kind] ?? country;
  const known = issuer !== undefined && Object.hasOwn(formats, issuer) ? formats[issuer]?.[kind] : undefined;
  if (known === undefined) return 'unknown';
  const fitting = known.filter(({ pattern }) => pattern.test(number));
  if (fitting.length === 0) return 'malformed';
  return fitting.some(({ isRight }) => isRight?.(number) ?? true) ? 'fits' : 'wrong check digit';
}
