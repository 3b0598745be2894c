import type { SourceFile } from './source-files.ts';

const longestFile = 300;
const refusedNames: readonly string[] = ['common', 'misc', 'service', 'types'];
/** What a name must not end in. */
const refusedEnds: readonly string[] = ['util', 'utils', 'helper', 'helpers', 'manager'];

export function countLines({ text }: SourceFile): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

export function listLongFiles(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => countLines(file) > longestFile)
    .map((file) => `${file.path} has ${countLines(file)} lines`);
}

export function toMedianLines(files: readonly SourceFile[]): number {
  const lengths = files.map(countLines).sort((one, other) => one - other);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** Files whose name says nothing, or is not kebab-case. */
export function listBadNames(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => isBadName(toName(path))).map(({ path }) => path);
}

function toName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.(?:test\.|contract\.|d\.)?tsx?$/, '');
}

function isBadName(name: string): boolean {
  const isKebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
  return !isKebabCase || refusedNames.includes(name) || refusedEnds.includes(name.split('-').at(-1) ?? '');
}
