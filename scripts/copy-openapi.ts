// Puts openapi/*.yaml beside what the compiler emits: the service reads them when it starts, and the compiler leaves them.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';

const from = new URL('../openapi/', import.meta.url);
const to = new URL('../dist/openapi/', import.meta.url);

mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  if (name.endsWith('.yaml')) copyFileSync(new URL(name, from), new URL(name, to));
}
