import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Seen from here: where the service itself was built, and where it runs from its sources. */
const places = ['../../web/', '../../dist/web/'];

/** Where `npm run build:pages` put the pages; undefined where they are not built. */
export function findPagesFolder(): string | undefined {
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return folders.find((folder) => existsSync(`${folder}manifest.json`));
}
