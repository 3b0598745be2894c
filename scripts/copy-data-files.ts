// Puts what the service reads from disk beside what the compiler emits, which leaves it behind.
import { cpSync } from 'node:fs';

copy('openapi/', (path) => path.endsWith('.yaml'));
copy('src/pages/', (path) => path.endsWith('.css'));
copy('src/locales/', (path) => path.endsWith('.json'));

function copy(folder: string, isData: (path: string) => boolean): void {
  const from = new URL(`../${folder}`, import.meta.url);
  const to = new URL(`../dist/${folder}`, import.meta.url);
  cpSync(from, to, { recursive: true, filter: (path) => !/\.\w+$/.test(path) || isData(path) });
}
