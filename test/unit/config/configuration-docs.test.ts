import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderConfigFileSchema } from '../../../src/config/configuration-docs.ts';
import { listStaleConfigurationDocs } from '../../../scripts/generate-configuration-docs.ts';

test('docs/configuration.md and docs/config.schema.json say what the code says', async () => {
  expect(await listStaleConfigurationDocs()).toEqual([]);
});

test('the published schema is one that a validator takes, and as strict as the service', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(renderConfigFileSchema([])) as object);
  expect(validate({ defaults: { writeBack: 'note' } })).toBe(true);
  expect(validate({ defaults: { writeBack: 'fax' } })).toBe(false);
  expect(validate({ colour: 'blue' })).toBe(false);
});
