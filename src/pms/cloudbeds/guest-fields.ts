import type { Gender } from '../../domain/subject.ts';
import type { GuestFields } from '../../ports/pms.ts';
import { readCountry, readDate, readText } from './loose-values.ts';
import type { Row } from './operations.ts';

/** A guest's fields in one spelling, with values that nobody has checked yet. */
type LooseGuest = { readonly [Field in keyof Required<GuestFields>]: unknown };

/** As getReservations spells them. Where neither first nor last name is known, the whole name stands in. */
export function toListedGuestFields(guest: Row<'ListedGuest'>, wholeName?: unknown): GuestFields {
  return toGuestFields({
    ...toNameParts(guest, wholeName),
    gender: guest.guestGender,
    email: guest.guestEmail,
    phone: guest.guestPhone,
    cellPhone: guest.guestCellPhone,
    birthDate: guest.guestBirthdate,
    country: guest.guestCountry,
    address: guest.guestAddress,
    address2: guest.guestAddress2,
    city: guest.guestCity,
    state: guest.guestState,
    zip: guest.guestZip,
    documentType: guest.guestDocumentType,
    documentNumber: guest.guestDocumentNumber,
    documentIssuingCountry: guest.guestDocumentIssuingCountry,
    documentIssuedOn: guest.guestDocumentIssueDate,
    documentExpiresOn: guest.guestDocumentExpirationDate,
  });
}

/** As getGuestsModified spells them. */
export function toModifiedGuestFields(guest: Row<'ModifiedGuest'>): GuestFields {
  return toGuestFields({
    firstName: guest.guestFirstName,
    lastName: guest.guestLastName,
    gender: guest.guestGender,
    email: guest.guestEmail,
    phone: guest.guestPhone,
    cellPhone: guest.guestCellPhone,
    birthDate: guest.guestBirthDate,
    country: guest.guestCountry,
    address: guest.guestAddress1,
    address2: guest.guestAddress2,
    city: guest.guestCity,
    state: guest.guestState,
    zip: guest.guestZip,
    documentType: guest.guestDocumentType,
    documentNumber: guest.guestDocumentNumber,
    documentIssuingCountry: guest.guestDocumentIssuingCountry,
    documentIssuedOn: guest.guestDocumentIssueDate,
    documentExpiresOn: guest.guestDocumentExpirationDate,
  });
}

/**
 * The one place where a guest's values become canonical. Both ways to read a guest end here, so that the same guest gives
 * the same fields and with them the same fingerprint.
 */
function toGuestFields(guest: LooseGuest): GuestFields {
  return withoutAbsent({
    firstName: readText(guest.firstName),
    lastName: readText(guest.lastName),
    gender: readGender(guest.gender),
    email: readText(guest.email),
    phone: readText(guest.phone),
    cellPhone: readText(guest.cellPhone),
    birthDate: readDate(guest.birthDate),
    country: readCountry(guest.country),
    address: readText(guest.address),
    address2: readText(guest.address2),
    city: readText(guest.city),
    state: readText(guest.state),
    zip: readText(guest.zip),
    documentType: readDocumentType(guest.documentType),
    documentNumber: readText(guest.documentNumber),
    documentIssuingCountry: readCountry(guest.documentIssuingCountry),
    documentIssuedOn: readDate(guest.documentIssuedOn),
    documentExpiresOn: readDate(guest.documentExpiresOn),
  });
}

type Present<Loose> = { readonly [Field in keyof Loose]?: Exclude<Loose[Field], undefined> };

/** Absent is a missing key, never an undefined one. */
export function withoutAbsent<Loose extends object>(loose: Loose): Present<Loose> {
  return Object.fromEntries(Object.entries(loose).filter(([, value]) => value !== undefined)) as Present<Loose>;
}

function toNameParts(guest: Row<'ListedGuest'>, wholeName: unknown): Pick<LooseGuest, 'firstName' | 'lastName'> {
  const [firstName, lastName] = [readText(guest.guestFirstName), readText(guest.guestLastName)];
  if (firstName !== undefined || lastName !== undefined) return { firstName, lastName };
  const words = readText(wholeName)?.split(/\s+/) ?? [];
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) };
}

function readGender(value: unknown): Gender | undefined {
  const gender = readText(value)?.toUpperCase();
  return gender === 'M' || gender === 'F' ? gender : undefined;
}

/** `na` is the PMS's word for none; a driving licence has two spellings. */
function readDocumentType(value: unknown): string | undefined {
  const type = readText(value)?.toLowerCase();
  if (type === 'na' || type === 'n/a') return undefined;
  return type === 'driver_license' ? 'driver_licence' : type;
}
