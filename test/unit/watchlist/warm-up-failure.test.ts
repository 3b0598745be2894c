import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import { Matcher } from '../../../providers/watchlist/matching/search/matcher.ts';
import { openWatchlists } from '../../../providers/watchlist/serving/watchlists.ts';

const folder = mkdtempSync(join(tmpdir(), 'warm-up-'));
const now = () => new Date('2026-11-23T09:00:00.000Z');
const ignore = () => undefined;

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a list whose warm-up fails is served all the same, and the log says so', async () => {
  const said: string[] = [];
  const error = (event: string) => void said.push(event);
  const watchlists = await openWatchlists({
    folder,
    now,
    logger: { debug: ignore, info: ignore, warn: ignore, error },
  });
  const search = jest.spyOn(Matcher.prototype, 'search').mockImplementation(() => {
    throw new Error('a defect');
  });
  await watchlists.saveOwn('P1', { csv: 'Name\nZyxanna Qwortzel\n', mapping: { name: 'Name' } });
  search.mockRestore();
  const [status] = watchlists.list(now().toISOString()).filter(({ state }) => state !== 'missing');
  const listIds = status === undefined ? [] : [status.listId];
  expect(watchlists.search({ name: 'Zyxanna Qwortzel' }, { listIds, top: 1 }).matches).toHaveLength(1);
  expect(said).toEqual(['watchlist.not_warmed_up']);
});
