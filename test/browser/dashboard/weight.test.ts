import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findPagesFolder } from '../../../src/compose/find-pages-folder.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const largestBytes = 120 * 1024;

test('everything that the dashboard loads at first has at most 120 KB, gzipped', () => {
  const folder = findPagesFolder() ?? '';
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set(listFiles(manifest, 'dashboard/index.html'));
  const bytes = [...files].map((file) => readFileSync(join(folder, `${file}.gz`)).length);
  expect(files.size).toBeGreaterThan(1);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(largestBytes);
});

function listFiles(manifest: Record<string, Chunk>, entry: string): string[] {
  const chunk = manifest[entry];
  if (chunk === undefined) throw new Error(`${entry} was not built`);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((name) => listFiles(manifest, name))];
}
