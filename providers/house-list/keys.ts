import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { DeclaredFields } from '../../src/ports/check-provider.ts';
import type { HouseListKey, HouseListKeyKind } from '../../src/ports/house-list.ts';

export interface Identifiers {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly documentNumbers: readonly string[];
}

/**
 * Everything that a person can be recognised by, made comparable: names without accents, case and order; e-mail
 * addresses in lower case; phones in E.164, read as the country's own where they carry no prefix; document numbers as
 * bare letters and digits. What cannot be read is left out, and so is what is too short to tell anybody apart.
 */
export function toHouseListKeys(person: Identifiers, phoneCountry: string | undefined): readonly HouseListKey[] {
  return toKeysOf(person, [phoneCountry]);
}

/** The same of a guest, who may have written a phone without a prefix as at home or as the hotel's country does. */
export function toGuestKeys(guest: DeclaredFields, phoneCountry: string | undefined): readonly HouseListKey[] {
  const person: Identifiers = {
    names: [[guest.firstName, guest.lastName].join(' ')],
    emails: toPresent([guest.email]),
    phones: toPresent([guest.phone, guest.cellPhone]),
    documentNumbers: toPresent([guest.documentNumber]),
  };
  return toKeysOf(person, [guest.country, phoneCountry]);
}

function toKeysOf(person: Identifiers, phoneCountries: readonly (string | undefined)[]): readonly HouseListKey[] {
  return [
    ...toKeys('name', person.names.map(toComparableName)),
    ...toKeys('email', person.emails.map(toComparableEmail)),
    ...toKeys(
      'phone',
      person.phones.flatMap((phone) => phoneCountries.map((country) => toComparablePhone(phone, country))),
    ),
    ...toKeys('document', person.documentNumbers.map(toComparableDocument)),
  ];
}

function toPresent(values: readonly (string | undefined)[]): string[] {
  return values.filter((value) => value !== undefined);
}

function toKeys(kind: HouseListKeyKind, values: readonly (string | undefined)[]): HouseListKey[] {
  return [...new Set(values)].filter((value) => value !== undefined).map((value) => ({ kind, value }));
}

/** Letters that are no base letter with a mark, as they are written where they cannot be. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
};

function toComparableName(name: string): string | undefined {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[ßøłıđðþæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.length < 2 ? undefined : words.sort().join(' ');
}

function toComparableEmail(email: string): string | undefined {
  const trimmed = email.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? trimmed : undefined;
}

function toComparablePhone(phone: string, country: string | undefined): string | undefined {
  const parsed = parsePhoneNumberFromString(phone.replace(/^\s*00/, '+'), toCountryCode(country));
  return parsed?.isPossible() === true ? parsed.number : undefined;
}

function toCountryCode(country: string | undefined): CountryCode | undefined {
  const upper = country?.toUpperCase();
  return upper !== undefined && isSupportedCountry(upper) ? upper : undefined;
}

function toComparableDocument(documentNumber: string): string | undefined {
  const bare = documentNumber.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare.length < 5 ? undefined : bare;
}
