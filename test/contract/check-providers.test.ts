import { describe, expect, test } from '@jest/globals';
import { providers } from '../../providers/index.ts';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckProvider, DeclaredFields, ProviderManifest } from '../../src/ports/check-provider.ts';
import { providerRules } from './check-provider.contract.ts';

describe.each(providers.map((provider) => ({ id: provider.manifest.id, provider })))('$id', ({ provider }) => {
  test.each(providerRules)('$name', async ({ find }) => {
    expect(await find(provider)).toEqual([]);
  });
});

const clear: CheckAnswer = { result: 'clear', reasons: [] };
const manifest: ProviderManifest = {
  id: 'house-list',
  version: '1',
  label: 'Bad',
  description: 'Does one thing wrong.',
  reads: ['lastName'],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 1,
  kind: 'instant',
  settings: {},
};

function toBad(check: CheckProvider['check'], changes: Partial<ProviderManifest> = {}): CheckProvider {
  return { manifest: { ...manifest, ...changes }, check };
}

const answering = (toAnswer: (fields: DeclaredFields) => unknown) =>
  toBad((fields) => Promise.resolve(toAnswer(fields) as CheckAnswer));
const declaring = (changes: object) =>
  toBad((fields) => Promise.resolve(fields.lastName === '' ? clear : clear), changes);

let moods = 0;
const badProviders: readonly { readonly what: string; readonly rule: string; readonly provider: CheckProvider }[] = [
  { what: 'answers nonsense', rule: 'answers whatever', provider: answering(() => ({ result: 'fine' })) },
  {
    what: 'needs a name',
    rule: 'answers whatever',
    provider: answering((fields) => (fields as { lastName: string }).lastName.length > 0 && clear),
  },
  {
    what: 'gives up on long names',
    rule: 'answers whatever',
    provider: toBad(({ lastName = '' }) =>
      lastName.length > 5_000 ? Promise.reject(new RangeError('long')) : Promise.resolve(clear),
    ),
  },
  { what: 'never answers', rule: 'answers whatever', provider: toBad(() => new Promise(() => undefined)) },
  {
    what: 'changes what it is handed',
    rule: 'answers whatever',
    provider: answering((fields) => ({ ...clear, ...Object.assign(fields, { lastName: 'X' }) })),
  },
  { what: 'peeks at the e-mail address', rule: 'reads no field', provider: answering(({ email }) => email ?? clear) },
  {
    what: 'asks for more than it reads',
    rule: 'declares no field',
    provider: declaring({ reads: ['lastName', 'email'] }),
  },
  {
    what: 'throws dice',
    rule: 'answers the same',
    provider: answering(() => ({ ...clear, note: String((moods += 1)) })),
  },
  {
    what: 'notes the name',
    rule: 'keeps the guest out',
    provider: answering(({ lastName }) => ({ ...clear, note: `looked for ${lastName ?? ''}` })),
  },
  {
    what: 'makes the name a code',
    rule: 'keeps the guest out',
    provider: answering(({ lastName }) => ({ ...clear, reasons: [{ code: `list.${lastName ?? ''}`, text: 'x' }] })),
  },
  {
    what: 'quotes the phone in an error, in another spelling',
    rule: 'keeps the guest out',
    provider: toBad(({ phone = '' }) => Promise.reject(new Error(`cannot dial ${phone.replace(/ /g, '-')}`)), {
      reads: ['phone'],
    }),
  },
  {
    what: 'hides the name in the cause',
    rule: 'keeps the guest out',
    provider: toBad(({ lastName }) => Promise.reject(new Error('failed', { cause: new Error(lastName) }))),
  },
  {
    what: 'is not sure how sure',
    rule: 'says strength',
    provider: answering(() => ({ result: 'match', reasons: [] })),
  },
  {
    what: 'speaks in codes of its own',
    rule: 'says strength',
    provider: answering(() => ({ ...clear, reasons: [{ code: 'Found It', text: 'x' }] })),
  },
  {
    what: 'misses fields of somebody clear',
    rule: 'says strength',
    provider: answering(() => ({ ...clear, missing: ['email'] })),
  },
  { what: 'does not hear', rule: 'ends when', provider: toBad(() => new Promise(() => undefined)) },
  {
    what: 'asks on',
    rule: 'ends when',
    provider: toBad(async (_fields, { http }) => {
      const request = { method: 'GET', url: 'https://vendor.example/' } as const;
      await http.request(request).catch(() => http.request(request));
      return clear;
    }),
  },
  { what: 'has an id in capitals', rule: 'has a manifest', provider: declaring({ id: 'House_List' }) },
  { what: 'has no label', rule: 'has a manifest', provider: declaring({ label: ' ' }) },
  { what: 'reads shoe sizes', rule: 'has a manifest', provider: declaring({ reads: ['shoeSize'] }) },
  {
    what: 'has an address for a host',
    rule: 'has a manifest',
    provider: declaring({ hosts: ['https://vendor.example/'] }),
  },
  {
    what: 'names a host by a setting that there is not',
    rule: 'has a manifest',
    provider: declaring({ hosts: ['{url}'] }),
  },
  { what: 'takes all day', rule: 'has a manifest', provider: declaring({ deadlineMs: 86_400_000 }) },
  { what: 'runs nothing at once', rule: 'has a manifest', provider: declaring({ concurrency: 0 }) },
  { what: 'promises an answer that cannot come', rule: 'has a manifest', provider: declaring({ kind: 'later' }) },
  {
    what: 'has a default out of bounds',
    rule: 'has settings',
    provider: declaring({ settings: { from: { type: 'number', description: 'From.', default: 5, maximum: 4 } } }),
  },
  {
    what: 'has a default of another type',
    rule: 'has settings',
    provider: declaring({ settings: { from: { type: 'number', description: 'From.', default: '5' } } }),
  },
  {
    what: 'brings a secret along',
    rule: 'has settings',
    provider: declaring({ settings: { key: { type: 'string', description: 'Key.', default: 'k', isSecret: true } } }),
  },
  { what: 'has no folder', rule: 'has a README', provider: declaring({ id: 'nowhere' }) },
];

describe('the suite catches a provider that', () => {
  test.each(badProviders)('$what', async ({ rule, provider }) => {
    const broken = providerRules.find(({ name }) => name.startsWith(rule));
    expect(await broken?.find(provider)).not.toEqual([]);
  });

  test('does one thing wrong, and only that: a good one breaks no rule', async () => {
    const good = declaring({});
    for (const { find } of providerRules) expect(await find(good)).toEqual([]);
  });
});
