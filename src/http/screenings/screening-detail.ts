import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import { toGuestState } from '../../domain/guest-state.ts';
import type { ShownFields } from '../../domain/shown-fields.ts';
import type { Instant } from '../../domain/subject.ts';
import type { GuestNote } from '../../ports/desk.ts';
import type { FormLinks } from '../../ports/forms.ts';
import type { Rows, ScreeningListItem, WriteBack } from '../../ports/store.ts';
import { findShown } from '../../screening/syncing/find-shown.ts';
import { toAssignmentView, toProcedureFor } from './board-view.ts';
import { toGuestDetailsView } from './guest-details-view.ts';
import { toScreeningDetailView } from './screening-view.ts';

type Schemas = components['schemas'];

const mostOtherStays = 50;

export interface DetailReader {
  readonly viewer: Role;
  /** Whether the link of a form that is open is for this reader. */
  readonly seesLinks: boolean;
  readonly now: Instant;
  readonly formLinks: FormLinks;
}

/** One screening with everything that is known of it, as far as the reader's role goes. Throws `screening_unknown`. */
export async function readScreeningDetail(
  rows: Rows,
  screeningId: string,
  { viewer, seesLinks, now, formLinks }: DetailReader,
): Promise<Schemas['ScreeningDetail']> {
  const item = await rows.screenings.getListItem(screeningId);
  const { screening, subject } = item;
  const { propertyId, guestId } = screening;
  const timeline = await rows.screenings.listTimeline(screeningId);
  const should = (await findShown(rows, { propertyId, guestId, now, formLinks }))?.shown;
  const assignment = await rows.assignments.find(screening);
  return {
    ...toScreeningDetailView(item, { timeline, viewer }),
    state: toGuestState(screening),
    procedure: toProcedureFor(screening, viewer),
    guest: toGuestDetailsView(subject, viewer),
    profileId: (await rows.profiles.findIdByGuest({ propertyId, guestId })) ?? null,
    otherStays: await readOtherStays(rows, item),
    pms: toPmsView(await rows.writeBacks.find(propertyId, guestId), { screeningId, should, viewer, seesLinks }),
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

interface PmsContext extends Pick<DetailReader, 'viewer' | 'seesLinks'> {
  readonly screeningId: string;
  readonly should: ShownFields | undefined;
}

/** The summary says what was found, which the desk does not learn here. */
function toSeen(
  fields: ShownFields,
  { viewer, seesLinks }: Pick<DetailReader, 'viewer' | 'seesLinks'>,
): Record<string, string> {
  const isShown = (name: string) => {
    if (name === 'screening_link') return seesLinks;
    return name !== 'screening_summary' || isAtLeast(viewer, 'reviewer');
  };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isShown(name)));
}

function toPmsView(told: WriteBack | undefined, context: PmsContext): Schemas['ShownInPms'] {
  const { screeningId, should } = context;
  return {
    state: told?.state ?? 'pending',
    at: told?.at ?? null,
    should: should === undefined ? null : toSeen(should, context),
    drift: told?.drift?.map((one) => ({ ...one })) ?? [],
    fields: told?.writtenFields === undefined ? null : toSeen(told.writtenFields, context),
    noteId: told?.noteId ?? null,
    requestId: told?.requestId ?? null,
    isOfThisScreening: told?.screeningId === screeningId,
  };
}
