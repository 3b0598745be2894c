import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Others' files, beside the project and no part of it; what needs them is skipped where they are absent. */
const DATA = resolve(import.meta.dirname, '../../../shared/data');

export function findDataFile(path: string): string | undefined {
  const file = resolve(DATA, path);
  return existsSync(file) ? file : undefined;
}

export function readDataFile(path: string): string {
  return readFileSync(resolve(DATA, path), 'utf8');
}

export function readDataBytes(path: string): Buffer {
  return readFileSync(resolve(DATA, path));
}
