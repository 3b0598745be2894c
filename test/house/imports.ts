import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

/** One import, export-from or dynamic import, of values or types alike. */
export interface Import {
  readonly from: string;
  /** A path from the root for what is ours; a module's name otherwise. */
  readonly target: string;
  readonly isOurs: boolean;
}

export function listImports({ path, text }: SourceFile): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    const isOurs = fileName.startsWith('.');
    return { from: path, target: isOurs ? posix.join(posix.dirname(path), fileName) : fileName, isOurs };
  });
}

/** Groups of files that import each other in a circle, each sorted; empty where there is none. */
export function listCycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map((file) => [file.path, listImports(file).map(({ target }) => target)]));
  const reachable = new Map([...targets.keys()].map((path) => [path, listReachable(path, targets)]));
  const cycles = new Map<string, string[]>();
  for (const [path, reached] of reachable) {
    if (!reached.has(path)) continue;
    const circle = [...reached].filter((other) => reachable.get(other)?.has(path) === true).sort();
    cycles.set(circle.join(' '), circle);
  }
  return [...cycles.values()];
}

function listReachable(start: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(start) ?? [])];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    open.push(...(targets.get(path) ?? []));
  }
  return reached;
}
