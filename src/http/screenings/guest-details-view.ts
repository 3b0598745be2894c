import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import { type Subject, toGuestName } from '../../domain/subject.ts';

type GuestDetails = components['schemas']['GuestDetails'];

/** Who the guest is, as far as the reader's role goes. */
export function toGuestDetailsView({ fields }: Subject, viewer: Role): GuestDetails {
  const { adults, children, email, phone, cellPhone, country, bookedOn, sourceName, gender } = fields;
  return withoutAbsent({
    ...{ name: toGuestName(fields), adults, children, email, phone, cellPhone, country, bookedOn, sourceName, gender },
    ...(isAtLeast(viewer, 'reviewer') && toIdentity(fields)),
  });
}

function toIdentity(fields: Subject['fields']): Partial<Record<keyof GuestDetails, string | undefined>> {
  const { birthDate, documentType, documentNumber, documentIssuingCountry, documentExpiresOn } = fields;
  const { address, address2, zip, city, state } = fields;
  const lines = [address, address2, [zip, city].filter(Boolean).join(' '), state].filter(Boolean);
  return {
    birthDate,
    documentType,
    documentIssuingCountry,
    documentExpiresOn,
    ...(documentNumber !== undefined && { documentNumber: toMasked(documentNumber) }),
    ...(lines.length > 0 && { address: lines.join(', ') }),
  };
}

/** Enough to compare with the document in hand, too little to copy. */
function toMasked(number: string): string {
  return number.length <= 3 ? '…' : `…${number.slice(-3)}`;
}

function withoutAbsent(details: Partial<Record<keyof GuestDetails, unknown>>): GuestDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) as GuestDetails;
}
