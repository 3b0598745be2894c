import { describe, expect, test } from '@jest/globals';
import { providers } from '../../providers/index.ts';
import { newProvider } from '../../scripts/provider-template/check.ts';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckProvider, ProviderManifest } from '../../src/ports/check-provider.ts';
import { createHostedCheck } from '../support/hosted-check.ts';
import { vendorRules } from './check-provider-vendor.contract.ts';

const asking = [...providers, newProvider].filter(({ manifest }) => manifest.hosts.length > 0);

describe.each(asking.map((provider) => ({ id: provider.manifest.id, provider })))('$id', ({ provider }) => {
  test.each(vendorRules)('$name', async ({ find }) => {
    expect(await find(provider)).toEqual([]);
  });
});

const clear: CheckAnswer = { result: 'clear', reasons: [] };

function toBad(check: CheckProvider['check'], changes: Partial<ProviderManifest> = {}): CheckProvider {
  return { manifest: { ...newProvider.manifest, ...changes }, check };
}

const toUrl = (settings: Readonly<Record<string, unknown>>, path: string) => `${String(settings.serviceUrl)}${path}`;

const badProviders: readonly { readonly what: string; readonly rule: string; readonly provider: CheckProvider }[] = [
  {
    what: 'takes a page for a good sign',
    rule: 'never says clear',
    provider: toBad(async (_fields, { http, settings }) => {
      await http.request({ method: 'GET', url: toUrl(settings, '/') });
      return clear;
    }),
  },
  {
    what: 'swallows what went wrong',
    rule: 'is unavailable',
    provider: toBad(async (_fields, { http, settings }) => {
      const response = await http.request({ method: 'GET', url: toUrl(settings, '/') });
      return response.status === 200 ? { result: 'unavailable', reasons: [] } : clear;
    }),
  },
  {
    what: 'asks for the guest by URL',
    rule: 'puts nothing personal',
    provider: toBad(async ({ lastName = '' }, { http, settings }) => {
      await http.request({ method: 'GET', url: toUrl(settings, `/?q=${encodeURIComponent(lastName)}`) });
      return { result: 'unavailable', reasons: [] };
    }),
  },
  {
    what: 'sends its key by URL',
    rule: 'puts nothing personal',
    provider: toBad(async (_fields, { http, settings }) => {
      await http.request({ method: 'GET', url: toUrl(settings, `/?key=${String(settings.apiKey)}`) });
      return { result: 'unavailable', reasons: [] };
    }),
  },
  {
    what: 'takes a refused redirect for a good sign',
    rule: 'follows no redirect',
    provider: toBad((_fields, { http, settings }) =>
      http.request({ method: 'GET', url: toUrl(settings, '/') }).then(
        () => clear,
        () => clear,
      ),
    ),
  },
  {
    what: 'believes every callback',
    rule: 'believes no callback',
    provider: {
      ...createHostedCheck(),
      readCallback: () => Promise.resolve({ kind: 'answer', eventId: 'E', reference: 'S', answer: clear }),
    },
  },
];

describe('the suite catches a provider that', () => {
  test.each(badProviders)('$what', async ({ rule, provider }) => {
    const broken = vendorRules.find(({ name }) => name.startsWith(rule));
    expect(await broken?.find(provider)).not.toEqual([]);
  });
});
