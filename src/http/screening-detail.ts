import type { components } from '../../openapi/service.generated.ts';
import type { Role } from '../domain/access.ts';
import { toGuestState } from '../domain/guest-state.ts';
import type { GuestNote } from '../ports/desk.ts';
import type { Rows, ScreeningListItem, WriteBack } from '../ports/store.ts';
import { toAssignmentView, toProcedureFor } from './board-view.ts';
import { toGuestDetailsView } from './guest-details-view.ts';
import { toScreeningDetailView } from './screening-view.ts';

type Schemas = components['schemas'];

const mostOtherStays = 50;

/** One screening with everything that is known of it, as far as the reader's role goes. Throws `screening_unknown`. */
export async function readScreeningDetail(
  rows: Rows,
  screeningId: string,
  viewer: Role,
): Promise<Schemas['ScreeningDetail']> {
  const item = await rows.screenings.getListItem(screeningId);
  const { screening, subject } = item;
  const { propertyId, guestId } = screening;
  const timeline = await rows.screenings.listTimeline(screeningId);
  const assignment = await rows.assignments.find(screening);
  return {
    ...toScreeningDetailView(item, { timeline, viewer }),
    state: toGuestState(screening),
    procedure: toProcedureFor(screening, viewer),
    guest: toGuestDetailsView(subject, viewer),
    otherStays: await readOtherStays(rows, item),
    pms: toPmsView(await rows.writeBacks.find(propertyId, guestId), screeningId),
    notes: (await rows.notes.list(propertyId, guestId)).map(toNoteView),
    assignment: assignment === undefined ? null : toAssignmentView(assignment),
  };
}

export function toNoteView({ id, text, authorName, createdAt }: GuestNote): Schemas['GuestNote'] {
  return { id, text, author: authorName, createdAt };
}

async function readOtherStays(rows: Rows, { screening }: ScreeningListItem): Promise<Schemas['OtherStay'][]> {
  const { propertyId, guestId, reservationId } = screening;
  const stays = await rows.subjects.listByGuest(propertyId, guestId);
  const ids = stays.flatMap(({ subject, currentScreeningId = '' }) =>
    subject.reservationId === reservationId || currentScreeningId === '' ? [] : [currentScreeningId],
  );
  const others = [...(await rows.screenings.listByIds(ids)).values()].map((other) => ({
    screeningId: other.screening.id,
    reservationId: other.subject.reservationId,
    arrivalDate: other.subject.fields.arrivesOn,
    departureDate: other.subject.fields.departsOn,
    reservationStatus: other.subject.reservationStatus,
    state: toGuestState(other.screening),
  }));
  return others.sort((one, other) => other.arrivalDate.localeCompare(one.arrivalDate)).slice(0, mostOtherStays);
}

function toPmsView(told: WriteBack | undefined, screeningId: string): Schemas['ShownInPms'] {
  return {
    state: told?.state ?? 'pending',
    at: told?.at ?? null,
    fields: told?.writtenFields === undefined ? null : { ...told.writtenFields },
    noteId: told?.noteId ?? null,
    requestId: told?.requestId ?? null,
    isOfThisScreening: told?.screeningId === screeningId,
  };
}
