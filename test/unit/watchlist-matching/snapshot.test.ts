import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildIndex } from '../../../providers/watchlist/matching/index/build-index.ts';
import {
  fromSnapshot,
  loadSnapshot,
  saveSnapshot,
  toSnapshot,
} from '../../../providers/watchlist/matching/index/snapshot.ts';
import { Matcher } from '../../../providers/watchlist/matching/search/matcher.ts';
import { inventList } from './invented-persons.ts';

const index = buildIndex(inventList());
const query = { name: 'محمود الزوراني', birthDate: '1971-03-12' };

test('an index comes back from disk and scores the same', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'watchlist.bin');
  saveSnapshot(index, file);
  const loaded = new Matcher(loadSnapshot(file));
  expect(loaded.search(query, { top: 5 })).toEqual(new Matcher(index).search(query, { top: 5 }));
});

test('a changed byte anywhere is noticed', () => {
  const bytes = toSnapshot(index);
  for (const position of [20, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
    expect(() => fromSnapshot(changed)).toThrow(expect.objectContaining({ reason: 'corrupt' }));
  }
});

test('a file cut short, of another kind or version is refused', () => {
  const bytes = toSnapshot(index);
  expect(() => fromSnapshot(bytes.subarray(0, bytes.length - 100))).toThrow(
    expect.objectContaining({ reason: 'corrupt' }),
  );
  expect(() => fromSnapshot(Buffer.from('<html>not found</html>'))).toThrow(
    expect.objectContaining({ reason: 'not_a_snapshot' }),
  );
  const older = Buffer.from(bytes);
  older.writeUInt32LE(999, 8);
  expect(() => fromSnapshot(older)).toThrow(expect.objectContaining({ reason: 'other_version' }));
});

test('what was on disk stays when nothing was written', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'snapshot-')), 'watchlist.bin');
  writeFileSync(file, 'old');
  expect(() => loadSnapshot(file)).toThrow();
  expect(readFileSync(file, 'utf8')).toBe('old');
});
