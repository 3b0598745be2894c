import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../../src/store/open-store.ts';

test('forms of a time are counted from an index alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'form-count-'));
  const path = join(folder, 'screening.db');
  const store = await openStore({ databaseUrl: `sqlite:${path}`, secretKey: Buffer.alloc(32, 'k3y') });
  await store.close();
  const database = new DatabaseSync(path);
  const plan = database
    .prepare(
      `explain query plan select count(*), count(submitted_at) from guest_form
       where property_id in ('P1', 'P2') and opened_at >= '2026-11-01' and opened_at < '2026-11-30~'`,
    )
    .all();
  database.close();
  rmSync(folder, { recursive: true });
  expect(plan.map(({ detail }) => detail)).toEqual([
    expect.stringMatching(
      /^SEARCH guest_form USING COVERING INDEX guest_form_by_opened \(property_id=\? AND opened_at>/,
    ),
  ]);
});
