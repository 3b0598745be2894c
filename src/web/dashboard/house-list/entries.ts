import { getData, listAllItems, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';

export type Entry = Schema<'HouseListEntry'>;
export type EntryState = Schema<'HouseListState'>;

const path = '/api/v1/properties/{propertyId}/house-list';

/** The whole house list, newest first. */
export async function loadEntries(propertyId: string, signal: AbortSignal): Promise<readonly Entry[]> {
  const readPage = (cursor: string | undefined) => {
    const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
    return getData(client.GET(path, { params: { path: { propertyId }, query }, signal }));
  };
  const entries: Entry[] = [];
  for await (const entry of listAllItems(readPage)) entries.push(entry);
  return entries;
}

export interface EntryChoice {
  readonly words: string;
  readonly state: EntryState | 'all';
}

/** Proposals first, since they wait for a person; otherwise as they come. Every word must stand somewhere in an entry. */
export function chooseEntries(entries: readonly Entry[], { words, state }: EntryChoice): readonly Entry[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => {
    const { names, emails, phones, documentNumbers, reason } = entry;
    const text = [...names, ...emails, ...phones, ...documentNumbers, reason].join(' ').toLowerCase();
    return (state === 'all' || entry.state === state) && wanted.every((word) => text.includes(word));
  });
  return found.toSorted((one, other) => Number(other.state === 'proposed') - Number(one.state === 'proposed'));
}

/** Whom an entry is about, by the best that is known. */
export function toEntryName({ names, emails, phones, documentNumbers }: Entry): string {
  return names[0] ?? emails[0] ?? phones[0] ?? documentNumbers[0] ?? '';
}
