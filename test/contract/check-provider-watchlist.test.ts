import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createWatchlistProvider } from '../../providers/watchlist/check.ts';
import { openWatchlists } from '../../providers/watchlist/serving/watchlists.ts';
import type { CheckProvider } from '../../src/ports/check-provider.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { providerRules } from './check-provider.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchlists-'));
const ignore = () => undefined;
const logger: Logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const now = () => new Date('2026-11-23T09:00:00.000Z');
const mapping = { name: 'Name', birthDate: 'Born' };

let withLists: CheckProvider;
let withoutLists: CheckProvider;

/** The sample's guest is on the list, so that there is much to tell. */
beforeAll(async () => {
  const watchlists = await openWatchlists({ folder, now, logger });
  await watchlists.saveOwn('P1', { csv: 'Name,Born\nZyxanna Qwortzel,1987-06-05\n', mapping });
  const listDismissals = () => Promise.resolve([]);
  const provider = createWatchlistProvider({ watchlists, listDismissals });
  const lists = { type: 'string', description: 'The own list.', default: 'own' } as const;
  const settings = { ...provider.manifest.settings, lists };
  withLists = { ...provider, manifest: { ...provider.manifest, settings } };
  const empty = await openWatchlists({ folder: join(folder, 'none'), now, logger });
  withoutLists = createWatchlistProvider({ watchlists: empty, listDismissals });
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(providerRules)('$name, with a list and without', async ({ find }) => {
  expect(await find(withLists)).toEqual([]);
  expect(await find(withoutLists)).toEqual([]);
});
