import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { providers } from '../../../providers/index.ts';
import { readConfigFile } from '../../../src/config/config-file.ts';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import { toSituationSchema } from '../../../src/config/situation-schema.ts';
import { listPolicyExamples } from '../../support/policy-examples.ts';

const manifests = providers.map(({ manifest }) => manifest);

test('docs/policy.md has examples', () => {
  expect(listPolicyExamples()).toHaveLength(2);
});

test.each(listPolicyExamples())('an example of docs/policy.md is a configuration file that is taken: %#', (text) => {
  const reading = readConfigFile(text, manifests);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  expect(reading.properties.configFor('12345').policy).not.toBe(defaultPolicy);
});

test('docs/policy.md names everything that a situation may name, and nothing else', () => {
  const page = readFileSync(new URL('../../../docs/policy.md', import.meta.url), 'utf8');
  const named = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(toSituationSchema().shape));
});
