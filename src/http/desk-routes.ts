import { ServiceError } from '../domain/errors.ts';
import { toAssignmentView } from './board-view.ts';
import type { HttpParts } from './http-parts.ts';
import { type ApiRoute, toApiRoute } from './route.ts';
import { toNoteView } from './screening-detail.ts';

/** What staff say about a guest, and who looks after whom. */
export function listDeskRoutes({ store, desk }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('addGuestNote', 'POST /api/v1/screenings/{id}/notes', {
      handle: async ({ params, body, principal }) => {
        const note = await desk.notes.add(params.id, { text: body.text.trim(), author: principal });
        return { status: 201, body: toNoteView(note) };
      },
    }),
    toApiRoute('removeGuestNote', 'DELETE /api/v1/screenings/{id}/notes/{noteId}', {
      handle: async ({ params, actor }) => {
        await desk.notes.remove(params.id, params.noteId, actor);
        return { status: 204 };
      },
    }),
    toApiRoute('assignScreening', 'PUT /api/v1/screenings/{id}/assignment', {
      handle: async ({ params, body, principal, actor }) => {
        const assignee = body.to === 'me' ? principal : undefined;
        if (assignee === undefined) throw new ServiceError('request_invalid', { field: 'to' });
        await desk.assignments.assign(params.id, { assigneeId: assignee.id, assigneeName: assignee.name, actor });
        const assignment = await store.read(async (rows) =>
          rows.assignments.find(await rows.screenings.get(params.id)),
        );
        if (assignment === undefined) throw new ServiceError('screening_unknown');
        return { status: 200, body: toAssignmentView(assignment) };
      },
    }),
    toApiRoute('unassignScreening', 'DELETE /api/v1/screenings/{id}/assignment', {
      handle: async ({ params, actor }) => {
        await desk.assignments.unassign(params.id, actor);
        return { status: 204 };
      },
    }),
  ];
}
