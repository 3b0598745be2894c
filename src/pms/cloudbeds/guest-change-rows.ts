import type { GuestChange } from '../../ports/pms.ts';
import type { KnownFields } from './field-setup.ts';
import { toModifiedGuestFields, withoutAbsent } from './guest-fields.ts';
import { isFields, isTrue, readDate, readId } from './loose-values.ts';
import type { Row } from './operations.ts';
import { toShownByName } from './shown-values.ts';

/** One row of getGuestsModified; `undefined` where it does not say which guest on which reservation. */
export function toGuestChange(row: unknown, known?: KnownFields): GuestChange | undefined {
  if (!isFields(row)) return undefined;
  const guest: Row<'ModifiedGuest'> = row;
  const guestId = readId(guest.guestID);
  const reservationId = readId(guest.reservationID);
  if (guestId === undefined || reservationId === undefined) return undefined;
  const mergedInto = isTrue(guest.isMerged) ? readId(guest.newGuestID) : undefined;
  return {
    guestId,
    reservationId,
    departsOn: readDate(guest.endDate),
    fields: toModifiedGuestFields(guest),
    isAnonymized: isTrue(guest.isAnonymized),
    ...withoutAbsent({ shown: toShownByName(guest.customFields, known) }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
}
