import type { components } from '../../openapi/service.generated.ts';
import type { HouseListEntry, HouseListPerson } from '../ports/house-list.ts';
import type { HouseListHttpParts, HttpParts } from './http-parts.ts';
import { idShape, instantShape, readCursor, toPage } from './page.ts';
import { type ApiRoute, toApiRoute } from './route.ts';

type Schemas = components['schemas'];

export function listHouseListRoutes({ store, houseList }: HttpParts): readonly ApiRoute[] {
  const listPath = '/api/v1/properties/{propertyId}/house-list';
  return [
    toApiRoute('listHouseList', `GET ${listPath}`, {
      handle: async ({ params, query: { limit = 50, cursor, ...filter } }) => {
        const [createdAt, id] = readCursor(cursor, [instantShape, idShape]) ?? [];
        const entries = await store.read(async (rows) => {
          await rows.properties.get(params.propertyId);
          return rows.houseList.list(params.propertyId, {
            ...filter,
            limit: limit + 1,
            ...(createdAt !== undefined && id !== undefined && { after: { createdAt, id } }),
          });
        });
        const toKey = (entry: HouseListEntry) => [entry.createdAt, entry.id];
        return { status: 200, body: toPage(entries, limit, { toView: toEntryView, toKey }) };
      },
    }),
    toApiRoute('addHouseListEntry', `POST ${listPath}`, {
      handle: async ({ params, body, principal }) =>
        toCreated(await houseList.add(params.propertyId, toPerson(body), principal)),
    }),
    toApiRoute('proposeHouseListEntry', `POST ${listPath}/proposals`, {
      handle: async ({ params, body, principal }) =>
        toCreated(await houseList.propose(params.propertyId, toPerson(body), principal)),
    }),
    toApiRoute('getHouseListEntry', `GET ${listPath}/{entryId}`, {
      handle: async ({ params: { propertyId, entryId } }) => {
        const entry = await store.read((rows) => rows.houseList.get(propertyId, entryId));
        return { status: 200, body: toEntryView(entry) };
      },
    }),
    toApiRoute('removeHouseListEntry', `DELETE ${listPath}/{entryId}`, {
      handle: async ({ params, principal }) => {
        await houseList.remove(params.propertyId, params.entryId, principal);
        return { status: 204 };
      },
    }),
    ...listDecisionRoutes(houseList),
  ];
}

function listDecisionRoutes(houseList: HouseListHttpParts): readonly ApiRoute[] {
  const entryPath = '/api/v1/properties/{propertyId}/house-list/{entryId}';
  return [
    toApiRoute('approveHouseListEntry', `POST ${entryPath}/approval`, {
      handle: async ({ params: { propertyId, entryId }, body, principal: actor, role }) => {
        const reason = body.reason?.trim();
        const decision = { act: 'approved', actor, role, ...(reason !== undefined && { reason }) } as const;
        return { status: 200, body: toEntryView(await houseList.decide(propertyId, entryId, decision)) };
      },
    }),
    toApiRoute('rejectHouseListEntry', `POST ${entryPath}/rejection`, {
      handle: async ({ params: { propertyId, entryId }, body, principal: actor, role }) => {
        const decision = { act: 'rejected', actor, role, reason: body.reason.trim() } as const;
        return { status: 200, body: toEntryView(await houseList.decide(propertyId, entryId, decision)) };
      },
    }),
    toApiRoute('endHouseListEntry', `POST ${entryPath}/end`, {
      handle: async ({ params: { propertyId, entryId }, body, principal: actor, role }) => {
        const decision = { act: 'ended', actor, role, reason: body.reason.trim() } as const;
        return { status: 200, body: toEntryView(await houseList.decide(propertyId, entryId, decision)) };
      },
    }),
  ];
}

function toCreated(entry: HouseListEntry) {
  const location = `/api/v1/properties/${encodeURIComponent(entry.propertyId)}/house-list/${entry.id}`;
  return { status: 201, body: toEntryView(entry), headers: { Location: location } } as const;
}

function toPerson(body: Schemas['HouseListPerson']): HouseListPerson {
  const { kind, names = [], emails = [], phones = [], documentNumbers = [], birthDate, validUntil } = body;
  return {
    kind,
    names,
    emails,
    phones,
    documentNumbers,
    ...(birthDate !== undefined && { birthDate }),
    reason: body.reason.trim(),
    ...(validUntil !== undefined && { validUntil }),
  };
}

function toEntryView(entry: HouseListEntry): Schemas['HouseListEntry'] {
  return {
    id: entry.id,
    propertyId: entry.propertyId,
    kind: entry.kind,
    names: [...entry.names],
    emails: [...entry.emails],
    phones: [...entry.phones],
    documentNumbers: [...entry.documentNumbers],
    birthDate: entry.birthDate ?? null,
    reason: entry.reason,
    validUntil: entry.validUntil ?? null,
    createdAt: entry.createdAt,
    createdBy: entry.createdBy,
    state: entry.state,
    steps: entry.steps.map(({ act, at, by, reason }) => ({ act, at, by, reason: reason ?? null })),
  };
}
