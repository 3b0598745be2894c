import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import { isForReview, toGuestState } from '../../domain/guest-state.ts';
import { type Procedure, toDiscreetProcedure, toProcedure } from '../../domain/procedure.ts';
import type { Screening } from '../../domain/screening.ts';
import type { Assignment } from '../../ports/desk.ts';
import type { Rows, ScreeningListItem } from '../../ports/store.ts';
import { toScreeningView } from './screening-view.ts';

type Schemas = components['schemas'];

/** What the board shows beside a screening. */
export interface BoardFacts {
  readonly notes: ReadonlyMap<string, number>;
  /** By `reservationId/guestId`. */
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly viewer: Role;
}

/** All at once, for all guests of a page. */
export async function readBoardFacts(
  rows: Rows,
  {
    propertyId,
    items,
    viewer,
  }: { readonly propertyId: string; readonly items: readonly ScreeningListItem[]; readonly viewer: Role },
): Promise<BoardFacts> {
  const guestIds = [...new Set(items.map(({ screening }) => screening.guestId))];
  const reservationIds = [...new Set(items.map(({ screening }) => screening.reservationId))];
  return {
    notes: await rows.notes.count(propertyId, guestIds),
    assignments: await rows.assignments.listByReservations(propertyId, reservationIds),
    viewer,
  };
}

export function toBoardView(
  item: ScreeningListItem,
  { notes, assignments, viewer }: BoardFacts,
): Schemas['GuestOnBoard'] {
  const { screening, subject } = item;
  const state = toGuestState(screening);
  const assignment = assignments.get(`${screening.reservationId}/${screening.guestId}`);
  return {
    screening: toScreeningView(item, viewer),
    state,
    procedure: toProcedureFor(screening, viewer),
    isMainGuest: subject.fields.isMainGuest,
    notes: notes.get(screening.guestId) ?? 0,
    assignment: assignment === undefined ? null : toAssignmentView(assignment),
    waitingSince: isForReview(state) ? screening.updatedAt : null,
  };
}

export function toProcedureFor(screening: Screening, viewer: Role): Procedure {
  const procedure = toProcedure(screening);
  return isAtLeast(viewer, 'reviewer') ? procedure : toDiscreetProcedure(procedure);
}

export function toAssignmentView({ assigneeId, assigneeName, assignedAt }: Assignment): Schemas['Assignment'] {
  return { assigneeId, assignee: assigneeName, assignedAt };
}
