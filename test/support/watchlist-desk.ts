import type { ListSource } from '../../providers/watchlist/lists/list-source.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import type { OperationId } from '../../src/http/route.ts';
import { source as sampleSource } from '../unit/watchlist-lists/refresh-fixture.ts';
import { eventually } from './eventually.ts';
import type { Hotel } from './hotel.ts';

/** Somebody on a list that a test publishes; nobody of them lives. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly born: string;
}

export const listId = sampleSource.listId;
export const source: ListSource = sampleSource;

export function toUnList(persons: readonly Listed[]): string {
  const individuals = persons.map(
    ({ id, name, born }) =>
      `<INDIVIDUAL><DATAID>${id}</DATAID><FIRST_NAME>${name}</FIRST_NAME><LISTED_ON>2020-05-04</LISTED_ON><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>${born}</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL>`,
  );
  return `<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><INDIVIDUALS>${individuals.join('')}</INDIVIDUALS></CONSOLIDATED_LIST>`;
}

export interface Item {
  readonly id: string;
  readonly guestId: string;
  readonly outcome: string | null;
  readonly findings: readonly {
    readonly provider: string;
    readonly result: string;
    readonly strength?: string;
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
  }[];
  readonly timeline: readonly { readonly event: string }[];
}

const validators = getOperationValidators(loadOpenApiDocument('service'));

/** What the front desk does with watchlists, each answer held against the API's description. */
export function createWatchlistDesk(hotel: Hotel) {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- held by the description's validation
  const call = async <Body>(operationId: OperationId, address: string, body?: unknown) => {
    const [method = '', path = ''] = address.split(' ');
    const answer = await hotel.api(method, path, body);
    const problems = validators.validateAnswer(operationId, answer.status, answer.body);
    if (problems.length > 0) throw new Error(`${operationId} answered ${JSON.stringify(problems)}`);
    return { status: answer.status, body: answer.body as Body };
  };
  const list = async () => {
    const path = `/api/v1/properties/${hotel.sandbox.propertyId}/screenings?limit=200`;
    return (await call<{ readonly items: readonly Item[] }>('listScreenings', `GET ${path}`)).body.items;
  };
  const find = async (guestId: string) => (await list()).find((item) => item.guestId === guestId);
  return {
    call,
    list,
    find,
    /** Once it is finished. */
    get: (guestId: string, isMeant: (item: Item) => boolean = () => true) =>
      eventually(
        async () => {
          const item = await find(guestId);
          return item?.outcome != null && isMeant(item) ? item : undefined;
        },
        { what: `the screening of ${guestId}` },
      ),
    refresh: async () => {
      const before =
        hotel.log().split('"watchlist.refreshed"').length + hotel.log().split('"watchlist.not_refreshed"').length;
      const { status } = await call('refreshWatchlist', `POST /api/v1/watchlists/${listId}/refresh`);
      if (status !== 202) throw new Error(`the refresh answered ${status}`);
      await eventually(
        () =>
          hotel.log().split('"watchlist.refreshed"').length + hotel.log().split('"watchlist.not_refreshed"').length >
            before || undefined,
        { what: 'the refresh' },
      );
      await hotel.untilIdle();
    },
  };
}

export function toWatchlistFinding(item: Item | undefined): Item['findings'][number] {
  const finding = item?.findings.find(({ provider }) => provider === 'watchlist');
  if (finding === undefined) throw new Error('there is no finding about watchlists');
  return finding;
}
