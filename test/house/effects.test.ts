import { expect, test } from '@jest/globals';
import { listEffects, listEnvironmentReads } from './effects.ts';
import { listSources } from './source-files.ts';

test('importing a file does nothing', () => {
  expect(listEffects(listSources())).toEqual([]);
});

test('only the entry files read the environment', () => {
  expect(listEnvironmentReads(listSources())).toEqual([]);
});

test.each([
  ['a call', 'start();'],
  ['a call of what it made itself', 'const start = make(); start();'],
  ['a call that is waited for', 'await start();'],
  ['a call on something imported', 'server.listen(80);'],
  ['a loop', 'for (const part of parts) part.start();'],
  ['a condition', 'if (isDemo) { start(); }'],
  ['a change of the world', 'globalThis.fetch = mine;'],
])('the check finds %s at import', (_what, text) => {
  expect(listEffects([{ path: 'src/jobs/a.ts', text }])).toEqual(['src/jobs/a.ts:1 acts at import']);
});

test('a file may fill its own tables', () => {
  const text = 'const table = new Map(); for (const key of keys) { table.set(key, 1); } const row = []; row[3] = 4;';
  expect(listEffects([{ path: 'src/jobs/a.ts', text }])).toEqual([]);
});

test('the check finds the environment wherever it is read', () => {
  const text = 'const port = () =>\n  process.env.PORT;';
  expect(listEnvironmentReads([{ path: 'src/http/a.ts', text }])).toEqual(['src/http/a.ts:2 reads the environment']);
});

test('an entry file may act and read the environment', () => {
  const entry = [{ path: 'src/main.ts', text: 'start(process.env);' }];
  expect([...listEffects(entry), ...listEnvironmentReads(entry)]).toEqual([]);
});
