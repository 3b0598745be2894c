import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listDeadLinks, listMissingPaths, listUnevenRows, listUnknownCommands, type Repository } from './documents.ts';
import { listFiles, repositoryRoot, type SourceFile } from './source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as Pick<
  Repository,
  'scripts'
>;
const here: Repository = { exists: (path) => existsSync(join(repositoryRoot, path)), scripts };

test('every relative link in the documents leads somewhere', () => {
  expect(listDocuments().flatMap((document) => listDeadLinks(document, here))).toEqual([]);
});

test('every npm command that the documents name exists', () => {
  expect(listDocuments().flatMap((document) => listUnknownCommands(document, here))).toEqual([]);
});

test('every folder and file that the documents name exists', () => {
  expect(listDocuments().flatMap((document) => listMissingPaths(document, here))).toEqual([]);
});

test('every row of a table in the documents has all of its cells', () => {
  expect(listDocuments().flatMap((document) => listUnevenRows(document))).toEqual([]);
});

test('every point of the certification says where it is met, and which test shows it', () => {
  const page = readFileSync(join(repositoryRoot, 'docs/going-live.md'), 'utf8');
  const section = page.split('## 3. Certification')[1]?.split(/^## /m)[0] ?? '';
  const [, , ...points] = [...section.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) => row.split(' | '));
  const isShown = ([, where = '', shownBy = '']: readonly string[]) =>
    /`(?:src|openapi)\/|\]\(/.test(where) && /`test\/\S+\.test\.ts`/.test(shownBy);
  expect(points.length).toBeGreaterThan(10);
  expect(points.filter((point) => !isShown(point)).map(([asked]) => asked)).toEqual([]);
});

const small: Repository = {
  exists: (path) => ['docs/a.md', 'src/', 'src/domain/', 'src/main.ts'].includes(path),
  scripts: { test: 'jest' },
};
const toReadme = (text: string): SourceFile => ({ path: 'README.md', text });

test('the check finds a dead link, and leaves the web and the same page alone', () => {
  const text = '[a](docs/a.md#part) [b](docs/b.md) [c](https://example.org) [d](#part)\n```\n[e](docs/e.md)\n```\n';
  expect(listDeadLinks(toReadme(text), small)).toEqual(['README.md links to docs/b.md']);
});

test('the check finds a picture that is gone', () => {
  expect(listDeadLinks(toReadme('<img src="docs/a.png" alt="" width="560">'), small)).toEqual([
    'README.md links to docs/a.png',
  ]);
});

test('the check reads a link from where its page stands', () => {
  expect(listDeadLinks({ path: 'docs/b.md', text: '[a](a.md) [b](docs/a.md)' }, small)).toEqual([
    'docs/b.md links to docs/a.md',
  ]);
});

test('the check finds an npm command that is none', () => {
  expect(listUnknownCommands(toReadme('`npm install && npm test`, then `npm run gone`'), small)).toEqual([
    'README.md names npm run gone',
  ]);
});

test('the check finds a folder that is gone, by its whole path and in a map', () => {
  const text =
    '`src/main.ts` and `src/gone/`\n\n```\nsrc/\n  main.ts    starts\n  domain/    pure\n  helpers/   gone too\n```\n';
  expect(listMissingPaths(toReadme(text), small)).toEqual([
    'README.md names src/gone/',
    'README.md names src/helpers/',
  ]);
});

test('the check finds a row that lacks a cell, and takes an escaped bar for text', () => {
  const text = '| a | b |\n| - | - |\n| `x\\|y` | 2 |\n| 3 |\n\n| one |\n';
  expect(listUnevenRows(toReadme(text))).toEqual(['README.md has a row of 1 cells: | 3 |']);
});

function listDocuments(): SourceFile[] {
  const atRoot = ['README.md', 'CONVENTIONS.md']
    .filter((path) => here.exists(path))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') }));
  return [...atRoot, ...listFiles(['docs', 'providers'], '.md')];
}
