import { getData, listAllItems } from '../../../client/client.ts';
import { client } from './api.ts';
import { type GuestRow, toBoardRow } from './stays.ts';

export type QueuePart = 'all' | 'me' | 'nobody';

const pageSize = 200;

/** Everybody about whom a person has to decide, soonest arrival first; all, one's own, or those nobody looks after. */
export async function loadQueue(
  propertyId: string,
  part: QueuePart,
  signal: AbortSignal,
): Promise<readonly GuestRow[]> {
  const readPage = (cursor: string | undefined) => {
    const query = {
      limit: pageSize,
      ...(part !== 'all' && { assigned: part }),
      ...(cursor !== undefined && { cursor }),
    };
    const path = '/api/v1/properties/{propertyId}/reviews';
    return getData(client.GET(path, { params: { path: { propertyId }, query }, signal }));
  };
  const rows: GuestRow[] = [];
  for await (const guest of listAllItems(readPage)) rows.push(toBoardRow(guest));
  return rows;
}
