import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** What a document is held against. */
export interface Repository {
  readonly exists: (path: string) => boolean;
  readonly scripts: Readonly<Record<string, string>>;
}

/** Each relative link, or picture, that leads nowhere. */
export function listDeadLinks({ path, text }: SourceFile, { exists }: Repository): string[] {
  const targets = [...withoutFences(text).matchAll(/(?:\]\(|<img src=")([^)"\s]+)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .filter((target) => !exists(posix.join(posix.dirname(path), target.replace(/#.*$/, ''))))
    .map((target) => `${path} links to ${target}`);
}

/** Each npm command that package.json does not know. */
export function listUnknownCommands({ path, text }: SourceFile, { scripts }: Repository): string[] {
  const named = [...text.matchAll(/\bnpm (?:run ([a-z][\w:]*)|(test|start)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
  return [...new Set(named)]
    .filter((name) => scripts[name] === undefined)
    .map((name) => `${path} names npm run ${name}`);
}

/** Each folder or file of ours that a document names, in code or in a map of folders, and that is not there. */
export function listMissingPaths({ path, text }: SourceFile, { exists }: Repository): string[] {
  const inCode = [...text.matchAll(/`((?:src|test|providers|openapi|docs|scripts|bench)\/[\w./-]*)`/g)];
  const named = [...inCode.map(([, name = '']) => name), ...listMappedFolders(text)];
  return [...new Set(named)].filter((name) => !exists(name)).map((name) => `${path} names ${name}`);
}

/** Each row of a table that has fewer or more cells than the table's first. */
export function listUnevenRows({ path, text }: SourceFile): string[] {
  const tables = withoutFences(text).matchAll(/(?:^\|.*\|$\n?)+/gm);
  return [...tables].flatMap(([table]) => {
    const rows = table.trimEnd().split('\n');
    const isUneven = (row: string) => countCells(row) !== countCells(rows[0] ?? '');
    return rows.filter(isUneven).map((row) => `${path} has a row of ${countCells(row)} cells: ${row.slice(0, 40)}`);
  });
}

function countCells(row: string): number {
  return (row.match(/(?<!\\)\|/g) ?? []).length - 1;
}

/** The folders of a tree drawn by indentation: `src/` with `  domain/  what it holds` below it. */
function listMappedFolders(text: string): string[] {
  return [...text.matchAll(/^```(?:text)?\n([\s\S]*?)^```/gm)].flatMap(([, tree = '']) => {
    const parents: { readonly indent: number; readonly path: string }[] = [];
    return tree.split('\n').flatMap((line) => {
      const [, spaces = '', name] = /^( *)([\w.-]+(?:\/[\w.-]+)*\/)(?: |$)/.exec(line) ?? [];
      if (name === undefined) return [];
      while ((parents.at(-1)?.indent ?? -1) >= spaces.length) parents.pop();
      const path = `${parents.at(-1)?.path ?? ''}${name}`;
      parents.push({ indent: spaces.length, path });
      return [path];
    });
  });
}

function withoutFences(text: string): string {
  return text.replace(/^```[\s\S]*?^```/gm, '');
}
