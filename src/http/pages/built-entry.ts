import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the browser finds the script and the styles of one page. */
export interface BuiltEntry {
  readonly script: string;
  readonly styles: readonly string[];
}

interface ManifestChunk {
  readonly file: string;
  readonly css?: readonly string[];
}

/**
 * What was built of an entry below src/web, e.g. `form/main.ts`, for pages that the server writes. Undefined where it was
 * not built: the page then does without.
 */
export function findBuiltEntry(folder: string | undefined, entry: string): BuiltEntry | undefined {
  const file = join(folder ?? '', 'manifest.json');
  if (folder === undefined || !existsSync(file)) return undefined;
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, ManifestChunk>>;
  const chunk = manifest[entry];
  return chunk && { script: `/${chunk.file}`, styles: (chunk.css ?? []).map((style) => `/${style}`) };
}
