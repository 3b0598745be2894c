import type { Clock } from '../../ports/clock.ts';
import type { Assignment } from '../../ports/desk.ts';
import type { Store } from '../../ports/store.ts';

export interface Assignments {
  /** Whoever looked after it before does so no more. Throws `screening_unknown`. */
  assign(
    screeningId: string,
    to: Pick<Assignment, 'assigneeId' | 'assigneeName'> & { readonly actor: string },
  ): Promise<Assignment>;
  /** Nothing happens where nobody looks after it. Throws `screening_unknown`. */
  unassign(screeningId: string, actor: string): Promise<void>;
}

/** Who looks after the review of a guest: bound to the stay, so that it outlasts a new screening. */
export function createAssignments({ store, clock }: { readonly store: Store; readonly clock: Clock }): Assignments {
  return {
    assign: (screeningId, { assigneeId, assigneeName, actor }) =>
      store.transaction(async (rows) => {
        const screening = await rows.screenings.get(screeningId);
        const at = clock.now();
        const assignment = { assigneeId, assigneeName, assignedAt: at };
        await rows.assignments.save(screening, assignment);
        await rows.screenings.addToTimeline({ screeningId, at, event: 'assigned', actor });
        return assignment;
      }),
    unassign: (screeningId, actor) =>
      store.transaction(async (rows) => {
        const screening = await rows.screenings.get(screeningId);
        if (!(await rows.assignments.remove(screening))) return;
        await rows.screenings.addToTimeline({ screeningId, at: clock.now(), event: 'unassigned', actor });
      }),
  };
}
