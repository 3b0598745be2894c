import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { adminTokenPrincipal } from '../../../src/domain/access.ts';
import { createAuditedStore } from '../../../src/store/audit/audited-store.ts';
import { openStore } from '../../../src/store/open-store.ts';

const now = '2026-11-23T09:15:00.000Z';

test('changes that share a commit each leave their own trace, with what each was about', async () => {
  const opened = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: randomBytes(32) });
  const { store, trail } = createAuditedStore(opened);
  const change = (action: string) =>
    trail.run({ at: now, action, actor: adminTokenPrincipal }, () =>
      store.transaction(() => Promise.resolve({ id: `object of ${action}` })),
    );
  const stranger = store.transaction(() => Promise.resolve({ id: randomUUID() }));
  await Promise.all([stranger, change('one'), change('two'), change('three')]);
  const entries = await store.read((rows) => rows.audit.list({ limit: 10 }));
  expect(entries.map(({ action, objectId }) => [action, objectId])).toEqual([
    ['three', 'object of three'],
    ['two', 'object of two'],
    ['one', 'object of one'],
  ]);
  await opened.close();
});
