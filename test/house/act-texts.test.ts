import { expect, test } from '@jest/globals';
import { type CheckName, checkNames } from '../../src/domain/diagnosis.ts';
import { accessTable, isOpen } from '../../src/http/access/access-table.ts';
import { isTraced } from '../../src/http/gate/admit.ts';
import type { Route } from '../../src/http/route.ts';
import { jobKinds } from '../../src/jobs/job-limits.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { acts } from '../../src/web/dashboard/administration/audit/act-names.ts';
import { findLocaleFile } from './locale-files.ts';
import { listSources } from './source-files.ts';

const english = findLocaleFile('en', 'administration') ?? new Map<string, string>();

const listTold = (prefix: string): readonly string[] =>
  [...english.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

/** Whatever changes something, or is traced though it only reads, by whoever had to say who they are. */
function listTracedOperations(): readonly string[] {
  const { paths } = loadOpenApiDocument('service') as { paths: Record<string, Record<string, object>> };
  const operations = Object.values(paths).flatMap((path) => Object.entries(path));
  return operations.flatMap(([method, { operationId }]: [string, { operationId?: string }]) => {
    if (operationId === undefined) return [];
    const route = { method, operationId } as Route;
    return isTraced(route) && !isOpen(accessTable[route.operationId]) ? [operationId] : [];
  });
}

/** What else is written there: sign-ins, and ways that browsers go. */
function listOwnActs(): readonly string[] {
  const writers = listSources().filter(({ text }) => /audit\.add\(|noteFailure\(|trail\.run\(/.test(text));
  return writers.flatMap(({ text }) => [...text.matchAll(/\baction: '(\w+)'/g)].map(([, act = '']) => act));
}

test('everything that the audit log can tell has a text, and nothing else has', () => {
  const written = [...new Set([...listTracedOperations(), ...listOwnActs()])].sort();
  expect(written.length).toBeGreaterThan(50);
  expect(listTold('administration.acts.').toSorted()).toEqual(written);
  expect([...acts].sort()).toEqual(written);
});

test('every kind of job has a text, and nothing else has', () => {
  expect(listTold('administration.jobs.kinds.').toSorted()).toEqual([...jobKinds].sort());
});

test('everything that the doctor looks at in a service has a text', () => {
  const connections = findLocaleFile('en', 'connections') ?? new Map<string, string>();
  const prefix = 'connections.doctor.checks.';
  const told = [...connections.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  // The command line tells of these before there is a service to ask.
  const ofCommandLine: readonly CheckName[] = ['settings', 'service'];
  expect(told.toSorted()).toEqual(checkNames.filter((check) => !ofCommandLine.includes(check)).toSorted());
});
