import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listManifests } from '../../providers/index.ts';
import { repositoryRoot } from './source-files.ts';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');

test('every provider has its row in the README, which says truly whether it is on by default', () => {
  const rows = readme.split('\n').filter((line) => line.startsWith('| [') && line.includes('](providers/'));
  const told = rows.flatMap((row) => {
    const isOnByDefault = /\| yes +\|$/.test(row);
    return [...row.matchAll(/\]\(providers\/([\w-]+)\/README\.md\)/g)].map(([, id = '']) => ({ id, isOnByDefault }));
  });
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);
  const known = listManifests().map(({ id, isOnByDefault = true }) => ({ id, isOnByDefault }));
  expect(told.sort(byId)).toEqual(known.sort(byId));
});
