import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListSource } from '../../../providers/watchlist/lists/list-source.ts';
import { EditionStore } from '../../../providers/watchlist/refresh/edition-store.ts';
import { refreshList } from '../../../providers/watchlist/refresh/refresh-list.ts';
import type { RefreshContext, RefreshResult } from '../../../providers/watchlist/refresh/refresh-list.ts';
import type { StoredEdition } from '../../../providers/watchlist/refresh/stored-edition.ts';
import { ListServer } from './list-server.ts';

export const source: ListSource = {
  listId: 'sample-un',
  title: 'Sample',
  publisher: 'Sample',
  licence: { name: 'none', url: 'https://lists.example/licence' },
  landingPage: 'https://lists.example/',
  format: 'un-xml',
  files: { main: 'https://lists.example/un.xml' },
  redirectHosts: ['storage.example'],
  maxBytes: 1_000_000,
  minPersons: 1,
  isDefault: true,
};

/** A UN list of persons who do not exist. */
export function unList(count: number, remark = ''): string {
  const persons = Array.from(
    { length: count },
    (_, index) =>
      `<INDIVIDUAL><DATAID>${index}</DATAID><FIRST_NAME>PERSON NUMBER ${'ABCDEFGHIJ'.charAt(index % 10)}</FIRST_NAME><COMMENTS1>${remark}</COMMENTS1></INDIVIDUAL>`,
  );
  return `<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><INDIVIDUALS>${persons.join('')}</INDIVIDUALS></CONSOLIDATED_LIST>`;
}

/** A publisher, a store, and a clock that stands still. */
export class RefreshFixture {
  readonly server = new ListServer();
  now = new Date('2026-03-01T06:00:00.000Z');
  readonly directory: string;
  readonly store: EditionStore;

  constructor(directory: string) {
    this.directory = directory;
    this.store = new EditionStore(directory);
  }

  static async start(): Promise<RefreshFixture> {
    const fixture = new RefreshFixture(await mkdtemp(join(tmpdir(), 'watchlist-refresh-')));
    await fixture.server.start();
    return fixture;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.directory, { recursive: true });
  }

  refresh(previous?: StoredEdition, more: Partial<RefreshContext> & { readonly source?: ListSource } = {}) {
    const { source: otherSource, ...context } = more;
    const known = { store: this.store, httpGet: this.server.httpGet, now: () => this.now };
    return refreshList(otherSource ?? source, previous?.metadata, { ...known, ...context });
  }

  async stored(listId = source.listId): Promise<StoredEdition> {
    const found = await this.store.find(listId);
    if (found.state !== 'stored') throw new Error(found.state);
    return found;
  }
}

export async function updated(result: Promise<RefreshResult>) {
  const known = await result;
  if (known.state !== 'updated') throw new Error(`not updated: ${JSON.stringify(known)}`);
  return known;
}

export async function failed(result: Promise<RefreshResult>) {
  const known = await result;
  if (known.state !== 'failed') throw new Error(`not failed: ${known.state}`);
  return known;
}
