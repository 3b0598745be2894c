import type { components } from '../../../openapi/service.generated.ts';
import type { GivenPerson } from '../../domain/profile/card.ts';
import { toSearchQuery } from '../../domain/search-terms.ts';
import type { ProfileListItem, ProfilePosition } from '../../ports/profiles.ts';
import type { HttpParts } from '../http-parts.ts';
import { numberShape, readCursor, toPage } from '../page.ts';
import { type ApiRequest, type ApiRoute, toApiRoute } from '../route.ts';
import { toCardView, toSummaryView } from './profile-view.ts';

const listPath = '/api/v1/properties/{propertyId}/profiles';

/** Finding cards, reading them, and writing on them. */
export function listProfileRoutes({ profiles }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listProfiles', `GET ${listPath}`, {
      handle: async (request) => {
        const { limit = 50 } = request.query;
        const items = await profiles.list(request.params.propertyId, toListQuery(request));
        return { status: 200, body: toPage(items, limit, { toView: ({ summary }) => toSummaryView(summary), toKey }) };
      },
    }),
    toApiRoute('createProfile', `POST ${listPath}`, {
      handle: async ({ params: { propertyId }, body, role }) => {
        const profileId = await profiles.create(propertyId, toPerson(body));
        const card = await profiles.read(propertyId, { profileId });
        const location = `/api/v1/properties/${encodeURIComponent(propertyId)}/profiles/${profileId}`;
        return { status: 201, body: toCardView(card, role), headers: { Location: location } };
      },
    }),
    toApiRoute('getProfileOfGuest', `GET ${listPath}/by-guest/{guestId}`, {
      handle: async ({ params: { propertyId, guestId }, role }) => {
        return { status: 200, body: toCardView(await profiles.read(propertyId, { guestId }), role) };
      },
    }),
    toApiRoute('getProfile', `GET ${listPath}/{profileId}`, {
      handle: async ({ params: { propertyId, profileId }, role }) => {
        return { status: 200, body: toCardView(await profiles.read(propertyId, { profileId }), role) };
      },
    }),
    toEraseRoute(profiles),
    toApiRoute('editProfilePerson', `POST ${listPath}/{profileId}/person`, {
      handle: async ({ params: { propertyId, profileId }, body: { version, person }, role }) => {
        await profiles.edit(propertyId, { profileId, version, person: toPerson(person) });
        return { status: 200, body: toCardView(await profiles.read(propertyId, { profileId }), role) };
      },
    }),
    toApiRoute('addProfileNote', `POST ${listPath}/{profileId}/notes`, {
      handle: async ({ params, body: { kind, text }, actor, role }) => {
        await profiles.addNote({ ...params, actor }, { kind, text: text.trim() });
        return { status: 201, body: toCardView(await profiles.read(params.propertyId, params), role) };
      },
    }),
    toApiRoute('withdrawProfileNote', `POST ${listPath}/{profileId}/notes/{noteId}/withdraw`, {
      handle: async ({ params: { propertyId, profileId, noteId }, body, actor, role }) => {
        const said = { noteId, reason: body.reason.trim() };
        await profiles.withdrawNote({ propertyId, profileId, actor }, said);
        return { status: 200, body: toCardView(await profiles.read(propertyId, { profileId }), role) };
      },
    }),
  ];
}

function toEraseRoute(profiles: HttpParts['profiles']): ApiRoute {
  return toApiRoute('eraseProfile', `DELETE ${listPath}/{profileId}`, {
    handle: async ({ params: { propertyId, profileId }, query: { version } }) => {
      await profiles.erase(propertyId, { profileId, version });
      return { status: 204 };
    },
  });
}

/** Asks for one item more than the page holds. */
function toListQuery({ query }: ApiRequest<'listProfiles'>) {
  const { q, warned, cursor, limit = 50 } = query;
  const [part, no] = readCursor(cursor, [/^(?:staff|pms)$/, numberShape]) ?? [];
  return {
    limit: limit + 1,
    ...(q !== undefined && q.trim() !== '' && { terms: toSearchQuery(q) }),
    ...(warned === true && { warnedOnly: true }),
    ...(part !== undefined && { after: { part: part as ProfilePosition['part'], no: Number(no) } }),
  };
}

function toKey({ position }: ProfileListItem): readonly string[] {
  return [position.part, String(position.no)];
}

/** Without the blanks around; what is blank is not there. */
function toPerson(body: components['schemas']['GivenPerson']): GivenPerson {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value.trim()]));
}
