import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Every file below those of these folders that exist whose name ends in one of these; generated ones are not ours to judge. */
export function listFiles(folders: readonly string[], ...endings: readonly string[]): SourceFile[] {
  const present = folders.filter((folder) => existsSync(join(repositoryRoot, folder)));
  return present.flatMap((folder) =>
    readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          endings.some((ending) => entry.name.endsWith(ending)) &&
          !entry.name.includes('.generated.'),
      )
      .map((entry) => toPath(join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('node_modules/'))
      .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') })),
  );
}

/** What runs in production. */
export function listSources(): SourceFile[] {
  return listFiles(['src', 'providers'], '.ts', '.tsx');
}

/** Everything that people write in TypeScript. */
export function listAllCode(): SourceFile[] {
  return listFiles(['src', 'providers', 'test', 'scripts', 'bench'], '.ts', '.tsx');
}

function toPath(absolute: string): string {
  return absolute.slice(repositoryRoot.length).replaceAll('\\', '/');
}
