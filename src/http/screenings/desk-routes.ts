import { isAtLeast, toRoleAt } from '../../domain/access.ts';
import type { Listed } from '../../ports/listed.ts';
import type { Store } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import { toAssignmentView } from './board-view.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { toNoteView } from './screening-detail.ts';

/** What staff say about a guest, and who looks after whom. */
export function listDeskRoutes(parts: HttpParts): readonly ApiRoute[] {
  return [...listNoteRoutes(parts), ...listAssignmentRoutes(parts)];
}

function listNoteRoutes({ desk }: HttpParts): readonly ApiRoute[] {
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
  ];
}

function listAssignmentRoutes({ store, desk }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listReviewers', 'GET /api/v1/properties/{propertyId}/reviewers', {
      handle: async ({ params: { propertyId } }) => {
        const reviewers = await listReviewers(store, propertyId);
        return { status: 200, body: { items: reviewers.map(({ id, name }) => ({ id, name })) } };
      },
    }),
    toApiRoute('assignScreening', 'PUT /api/v1/screenings/{id}/assignment', {
      handle: async ({ params, body, principal, actor }) => {
        const to = body.to === 'me' ? principal : await findReviewer(store, params.id, body.to);
        const assignment = await desk.assignments.assign(params.id, {
          assigneeId: to.id,
          assigneeName: to.name,
          actor,
        });
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

/** Throws `request_invalid` for whoever may not review at that property. */
async function findReviewer(store: Store, screeningId: string, userId: string) {
  return store.read(async (rows) => {
    const { propertyId } = await rows.screenings.get(screeningId);
    const user = await rows.users.find(userId);
    if (user !== undefined && isReviewer(user, propertyId)) return user;
    throw new InvalidRequest([{ path: '/to', message: 'is nobody who may review here' }]);
  });
}

const pageSize = 200;

/** By name. Throws `property_unknown`. */
async function listReviewers(store: Store, propertyId: string): Promise<readonly User[]> {
  return store.read(async (rows) => {
    await rows.properties.get(propertyId);
    const found: User[] = [];
    let page: readonly Listed<User>[] = [];
    do {
      const last = page.at(-1);
      page = await rows.users.list({ limit: pageSize, ...(last !== undefined && { afterNo: last.no }) });
      found.push(...page.map(({ item }) => item).filter((user) => isReviewer(user, propertyId)));
    } while (page.length === pageSize);
    return found.sort((one, other) => one.name.localeCompare(other.name));
  });
}

function isReviewer({ state, grants }: User, propertyId: string): boolean {
  return state === 'active' && isAtLeast(toRoleAt(grants, propertyId), 'reviewer');
}
