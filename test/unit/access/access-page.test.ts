import { expect, test } from '@jest/globals';
import { isAccessPageStale } from '../../../scripts/generate-access-docs.ts';

test('docs/access-table.md says what the access table says', async () => {
  expect(await isAccessPageStale()).toBe(false);
});
