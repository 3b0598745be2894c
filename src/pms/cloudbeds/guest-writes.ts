import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { GuestFields, PmsCall } from '../../ports/pms.ts';
import type { GuestUpdate, PmsGuests } from '../../ports/pms-guests.ts';
import { type FormFields, formFieldLength } from './form-fields.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { readId } from './loose-values.ts';
import type { Parameters } from './operations.ts';

/** Writes that carry a guest's form over. */
export function createGuestWrites(door: HttpDoor, fields: FormFields): PmsGuests {
  const write = async (call: PmsCall, guestId: string, { fields: known, customValues }: GuestUpdate) => {
    const names = await fields.ensure(call, customValues);
    const guestCustomFields = customValues.map(({ shortcode, name, value }) => {
      return { customFieldName: names.get(shortcode) ?? name, customFieldValue: toCut(value) };
    });
    const form: Parameters<'putGuest'> = {
      propertyID: call.property.propertyId,
      guestID: guestId,
      ...toWrittenFields(known),
      ...(guestCustomFields.length > 0 && { guestCustomFields }),
    };
    const { requestId } = await door.ask('putGuest', form, toScope(call));
    return { requestId };
  };

  return {
    async updateGuest(call, guestId, update) {
      try {
        return await write(call, guestId, update);
      } catch (error) {
        if (!isServiceError(error, 'pms_refused') || error.facts.reason !== 'custom_field_unknown') throw error;
        fields.forget(call.property.propertyId);
        return write(call, guestId, update);
      }
    },
    async addGuest(call, reservationId, guest) {
      const { propertyId } = call.property;
      const { guestDocumentType: type, ...written } = toWrittenFields(guest);
      const form: Parameters<'postGuest'> = {
        propertyID: propertyId,
        reservationID: reservationId,
        ...written,
        ...(type !== undefined && { guestDocumentType: type === 'driver_licence' ? 'driver_license' : type }),
        ...{ guestFirstName: guest.firstName, guestLastName: guest.lastName },
        ...{ guestEmail: guest.email, guestCountry: guest.country },
      };
      const { body, requestId } = await door.ask('postGuest', form, toScope(call));
      const guestId = readId(body.guestID);
      if (guestId === undefined) throw new ServiceError('pms_bad_answer', { reason: 'no_guest_id', propertyId });
      return { guestId, requestId };
    },
    async addGuestFile(call, guestId, { fileName, contentType, bytes }) {
      const form = { propertyID: call.property.propertyId, guestID: guestId };
      const file = { name: 'file', fileName, contentType, bytes };
      const { requestId } = await door.sendFile('postGuestDocument', { form, file }, toScope(call));
      return { requestId };
    },
  };
}

type Written = Omit<Parameters<'putGuest'>, 'guestID' | 'propertyID' | 'guestCustomFields'>;

/** As putGuest spells them. */
function toWrittenFields(fields: GuestFields): Written {
  const spelled: Readonly<Record<string, string | undefined>> = {
    guestFirstName: fields.firstName,
    guestLastName: fields.lastName,
    guestGender: fields.gender,
    guestEmail: fields.email,
    guestPhone: fields.phone,
    guestCellPhone: fields.cellPhone,
    guestAddress1: fields.address,
    guestAddress2: fields.address2,
    guestCity: fields.city,
    guestState: fields.state,
    guestZip: fields.zip,
    guestCountry: fields.country,
    guestBirthDate: fields.birthDate,
    guestDocumentType: fields.documentType,
    guestDocumentNumber: fields.documentNumber,
    guestDocumentIssuingCountry: fields.documentIssuingCountry,
    guestDocumentIssueDate: fields.documentIssuedOn,
    guestDocumentExpirationDate: fields.documentExpiresOn,
  };
  return Object.fromEntries(Object.entries(spelled).filter(([, value]) => value !== undefined));
}

function toCut(value: string): string {
  return value.length <= formFieldLength
    ? value
    : `${value.slice(0, formFieldLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
