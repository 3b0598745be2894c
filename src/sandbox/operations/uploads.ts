import { getLivingGuest } from '../world/guest-changes.ts';
import { Refusal } from '../world/refusal.ts';
import { getReservation } from '../world/world-state.ts';
import type { Handler } from './operation.ts';
import { requireOfProperty } from './ownership.ts';

const allowedEndings = 'pdf rtf doc docx txt jpg jpeg png gif csv xls xlsx xml json'.split(' ');

/** `file` holds the file's name; its content is counted on the way in and thrown away. */
export const postGuestDocument: Handler<'postGuestDocument'> = ({ state, input, property }) => {
  const guest = requireOfProperty(getLivingGuest(state, input.guestID), property);
  const ending = input.file.split('.').at(-1)?.toLowerCase() ?? '';
  if (!allowedEndings.includes(ending)) throw new Refusal('Files of this type are not allowed');
  const fileID = state.drawId('file');
  guest.documents.push({ fileId: fileID, fileName: input.file });
  return { success: true, data: { fileID } };
};

/** A reservation that it names has to be one of the property's. */
export const postAppError: Handler<'postAppError'> = ({ state, input, property }) => {
  const { timestamp, eventType, statusCode, description, errorMessage, entityType, entityID: entityId } = input;
  if (entityType === 'reservation') requireOfProperty(getReservation(state, entityId ?? ''), property);
  const errorId = state.drawId('error');
  state.appErrors.push({
    ...{ errorId, propertyId: property.propertyId, timestamp, eventType },
    ...{ statusCode, description, errorMessage, entityType, entityId },
  });
  return { success: true, data: { errorID: errorId } };
};
