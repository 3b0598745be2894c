import { getAppState, postAppState } from './app-state.ts';
import { getCustomFields, postCustomField } from './custom-fields.ts';
import { getGuestNotes, postGuestNote, putGuestNote } from './guest-notes.ts';
import { postGuest, putGuest } from './guest-writes.ts';
import { getGuestById, getGuestsModified } from './guests.ts';
import { getHotelDetails, getHotels } from './hotels.ts';
import { getMetadata } from './metadata.ts';
import type { Handler, OperationId } from './operation.ts';
import { getReservationById, getReservations } from './reservations.ts';
import { postAppError, postGuestDocument } from './uploads.ts';
import { deleteWebhook, getWebhooks, postWebhook } from './webhook-subscriptions.ts';

/** Every operation of cloudbeds.yaml that needs a key; the type sees to it that none is missing. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  getReservations,
  getReservation: getReservationById,
  getGuest: getGuestById,
  getGuestsModified,
  getGuestNotes,
  getCustomFields,
  getHotels,
  getHotelDetails,
  getWebhooks,
  putGuest,
  postGuest,
  postGuestNote,
  putGuestNote,
  postCustomField,
  postWebhook,
  deleteWebhook,
  postGuestDocument,
  postAppError,
  getAppState,
  postAppState,
  getMetadata,
};
