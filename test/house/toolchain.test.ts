import { expect, test } from '@jest/globals';

test('the project runs on the Node release that it brings along', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});
