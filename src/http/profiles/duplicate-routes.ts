import type { HttpParts } from '../http-parts.ts';
import { readCursor, toCursor } from '../page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { toCardView, toSummaryView } from './profile-view.ts';

const cardPath = '/api/v1/properties/{propertyId}/profiles/{profileId}';

/** Who is one person, who is not, and who belongs together. */
export function listDuplicateRoutes({ profiles }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listProfileSuggestions', `GET ${cardPath}/suggestions`, {
      handle: async ({ params: { propertyId, profileId } }) => {
        const { duplicates, links } = await profiles.suggest(propertyId, profileId);
        return {
          status: 200,
          body: {
            duplicates: duplicates.map(({ profile, score, reasons }) => {
              return { profile: toSummaryView(profile), score, reasons: [...reasons] };
            }),
            links: links.map(({ profile, kind, reasons }) => {
              return { profile: toSummaryView(profile), kind, reasons: [...reasons] };
            }),
          },
        };
      },
    }),
    toApiRoute('listProfileDuplicates', 'GET /api/v1/properties/{propertyId}/profile-duplicates', {
      handle: async ({ params: { propertyId }, query: { limit = 50, cursor } }) => {
        const [after] = readCursor(cursor, [/^[0-9a-f]{32}$/]) ?? [];
        const { pairs, next } = await profiles.listDuplicates(propertyId, {
          limit,
          ...(after !== undefined && { after }),
        });
        const items = pairs.map(({ one, other, score, reasons }) => {
          return { one: toSummaryView(one), other: toSummaryView(other), score, reasons: [...reasons] };
        });
        return { status: 200, body: { items, nextCursor: next === undefined ? null : toCursor([next]) } };
      },
    }),
    ...listMergeRoutes(profiles),
    ...listLinkRoutes(profiles),
  ];
}

function listMergeRoutes(profiles: HttpParts['profiles']): readonly ApiRoute[] {
  return [
    toApiRoute('mergeProfiles', `POST ${cardPath}/merge`, {
      handle: async ({ params, body: { otherId, version, otherVersion, reason }, actor, role }) => {
        const because = reason?.trim() ?? '';
        await profiles.merge(
          { ...params, actor },
          { otherId, version, otherVersion, ...(because !== '' && { reason: because }) },
        );
        return { status: 200, body: toCardView(await profiles.read(params.propertyId, params), role) };
      },
    }),
    toApiRoute('undoProfileMerge', `POST ${cardPath}/merges/{mergeId}/undo`, {
      handle: async ({ params: { propertyId, profileId, mergeId }, body: { version }, actor, role }) => {
        await profiles.undo({ propertyId, profileId, actor }, { mergeId, version });
        return { status: 200, body: toCardView(await profiles.read(propertyId, { profileId }), role) };
      },
    }),
    toApiRoute('splitProfile', `POST ${cardPath}/split`, {
      handle: async ({ params, body: { version, ...guest }, actor, role }) => {
        const profileId = await profiles.split({ ...params, actor }, { version, guest });
        return { status: 200, body: toCardView(await profiles.read(params.propertyId, { profileId }), role) };
      },
    }),
    toApiRoute('tellProfilesApart', `POST ${cardPath}/not-same`, {
      handle: async ({ params, body: { otherId, reason }, actor }) => {
        const because = reason?.trim() ?? '';
        await profiles.tellApart({ ...params, actor }, { otherId, ...(because !== '' && { reason: because }) });
        return { status: 204 };
      },
    }),
  ];
}

function listLinkRoutes(profiles: HttpParts['profiles']): readonly ApiRoute[] {
  return [
    toApiRoute('linkProfiles', `POST ${cardPath}/links`, {
      handle: async ({ params, body: { otherId, kind, note }, actor, role }) => {
        await profiles.link({ ...params, actor }, { otherId, kind, ...(note !== undefined && { note }) });
        return { status: 200, body: toCardView(await profiles.read(params.propertyId, params), role) };
      },
    }),
    toApiRoute('unlinkProfiles', `DELETE ${cardPath}/links/{linkId}`, {
      handle: async ({ params: { propertyId, profileId, linkId }, actor }) => {
        await profiles.unlink({ propertyId, profileId, actor }, linkId);
        return { status: 204 };
      },
    }),
  ];
}
