import { describe, expect, test } from '@jest/globals';
import { createContact } from '../../../providers/contact/check.ts';
import type { NameServer } from '../../../providers/contact/mail-servers.ts';
import { identityDocument } from '../../../providers/identity-document/check.ts';
import { openSanctions } from '../../../providers/opensanctions/check.ts';
import { watchman } from '../../../providers/watchman/check.ts';
import { yente } from '../../../providers/yente/check.ts';
import type { CheckProvider, SettingValues } from '../../../src/ports/check-provider.ts';
import { providerRules } from '../../contract/check-provider.contract.ts';

/** The conformance suite asks with the defaults, under which these ask nobody. Here they are set up as a hotel would. */
function toSetUp(provider: CheckProvider, values: SettingValues): CheckProvider {
  const settings = Object.entries(provider.manifest.settings).map(([name, setting]) => [
    name,
    name in values ? { ...setting, default: values[name], isSecret: false } : setting,
  ]);
  const manifest = {
    ...provider.manifest,
    settings: Object.fromEntries(settings) as CheckProvider['manifest']['settings'],
  };
  return { ...provider, manifest };
}

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
const nameServer: NameServer = {
  resolveMx: failing('ENODATA'),
  resolve4: failing('ENOTFOUND'),
  resolve6: failing('ENOTFOUND'),
  cancel: () => undefined,
};

const url = 'http://lists.hotel.example';
const setUps: readonly CheckProvider[] = [
  toSetUp(yente, { url, apiKey: 'new,old', isDocumentNumberSent: true }),
  toSetUp(openSanctions, { apiKey: 'new,old', isDocumentNumberSent: true }),
  toSetUp(watchman, { url, isPassportNumberSent: true }),
  toSetUp(
    createContact(() => nameServer),
    { isMxLookupAllowed: true },
  ),
  toSetUp(identityDocument, { isRequired: true, minimumAgeYears: 18 }),
];

describe.each(setUps.map((provider) => ({ id: provider.manifest.id, provider })))('$id, set up,', ({ provider }) => {
  test.each(providerRules)('$name', async ({ find }) => {
    expect(await find(provider)).toEqual([]);
  });
});
