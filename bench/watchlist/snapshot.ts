import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIndex } from '../../providers/watchlist/matching/index/build-index.ts';
import { loadSnapshot, saveSnapshot } from '../../providers/watchlist/matching/index/snapshot.ts';
import type { ListedPerson } from '../../providers/watchlist/listed-person.ts';

const ROUNDS = 5;

/** How long an index takes to come back from disk, in milliseconds, checksum included. */
export function measureSnapshot(persons: readonly ListedPerson[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'watchlist-'));
  const file = join(folder, 'index.bin');
  saveSnapshot(buildIndex(persons), file);
  const took = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    loadSnapshot(file);
    return performance.now() - started;
  });
  rmSync(folder, { recursive: true });
  return took;
}
