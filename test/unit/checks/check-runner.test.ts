import { describe, expect, test } from '@jest/globals';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import type { CheckContext, DeclaredFields } from '../../../src/ports/check-provider.ts';
import { ask, checkedAt, clear, setUp, toProvider } from './runner-parts.ts';

describe('what a provider is handed', () => {
  test('its declared fields that are present, and no other', async () => {
    let handed: DeclaredFields | undefined;
    const provider = toProvider((fields) => {
      handed = fields;
      return Promise.resolve(clear);
    });
    await ask(setUp([provider]));
    expect(handed).toEqual({ lastName: 'Moreau', birthDate: '1985-12-10' });
  });

  test('its settings: what is configured over its defaults', async () => {
    let context: CheckContext | undefined;
    const settings = {
      from: { type: 'number', description: 'From.', default: 1 },
      label: { type: 'string', description: 'Label.', default: 'usual' },
    } as const;
    const provider = toProvider(
      (_fields, given) => {
        context = given;
        return Promise.resolve(clear);
      },
      { settings },
    );
    const config = { phoneCountry: 'DE', providers: { sample: { enabled: true, settings: { from: 5 } } } };
    await ask(setUp([provider], config));
    expect(context).toMatchObject({ propertyId: 'P1', phoneCountry: 'DE', settings: { from: 5, label: 'usual' } });
    expect(context?.signal.aborted).toBe(true); // whatever it left running may stop
  });
});

describe('what becomes of an answer', () => {
  test('it is signed with who gave it and when', async () => {
    const answer: CheckAnswer = {
      result: 'match',
      strength: 'likely',
      reasons: [{ code: 'a.b', text: 'A' }],
      note: 'n',
    };
    expect(await ask(setUp([toProvider(() => Promise.resolve(answer))]))).toEqual({
      ...answer,
      provider: 'sample',
      providerVersion: '3',
      label: 'Sample',
      checkedAt,
    });
  });

  test('a provider cannot answer in the name of another', async () => {
    const forged = { ...clear, provider: 'house-list', providerVersion: '9', label: 'House list', checkedAt: 'never' };
    expect(await ask(setUp([toProvider(() => Promise.resolve(forged))]))).toEqual({
      ...clear,
      provider: 'sample',
      providerVersion: '3',
      label: 'Sample',
      checkedAt,
    });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'clear'],
    ['a list', [clear]],
    ['no reasons', { result: 'clear' }],
    ['an unknown result', { result: 'fine', reasons: [] }],
    ['an unknown strength', { result: 'match', strength: 'sure', reasons: [] }],
    ['a reason without its code', { result: 'match', reasons: [{ text: 'A' }] }],
    ['a reason without its text', { result: 'match', reasons: [{ code: 'a' }] }],
    ['a reason that is a word', { result: 'match', reasons: ['a'] }],
    ['a note that is no text', { result: 'clear', reasons: [], note: 5 }],
    ['missing fields that are none', { result: 'incomplete', reasons: [], missing: ['shoeSize'] }],
    ['missing fields that are no list', { result: 'incomplete', reasons: [], missing: 'email' }],
  ])('%s is no answer: the check is unavailable', async (_what, answer) => {
    const finding = await ask(setUp([toProvider(() => Promise.resolve(answer as CheckAnswer))]));
    expect(finding).toMatchObject({ result: 'unavailable', reasons: [{ code: 'check.nonsense' }] });
  });
});

describe('a provider that fails', () => {
  const secret = 'Ada Moreau, C01X00T47';

  test.each<[string, () => Promise<CheckAnswer>]>([
    ['rejects', () => Promise.reject(new Error(secret))],
    [
      'throws at once',
      () => {
        throw new TypeError(secret);
      },
    ],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    ['rejects with a word', () => Promise.reject(secret)],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    ['rejects with nothing', () => Promise.reject(undefined)],
  ])('and %s is a finding, and its message goes nowhere', async (_how, check) => {
    const setup = setUp([toProvider(check)]);
    const finding = await ask(setup);
    expect(finding).toMatchObject({ provider: 'sample', result: 'unavailable', reasons: [{ code: 'check.error' }] });
    expect(JSON.stringify(finding) + setup.lines.join()).not.toMatch(/Ada|C01X/);
    expect(setup.counted).toEqual(['sample unavailable']);
  });

  test('and hides a guest in its name gives that away to nobody', async () => {
    const error = new Error('x');
    error.name = secret;
    const setup = setUp([toProvider(() => Promise.reject(error))]);
    await ask(setup);
    expect(setup.lines.join()).not.toMatch(/Ada|C01X/);
  });

  test('leaves the next question alone', async () => {
    let calls = 0;
    const provider = toProvider(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(new Error('once')) : Promise.resolve(clear);
    });
    const setup = setUp([provider]);
    expect((await ask(setup)).result).toBe('unavailable');
    expect((await ask(setup)).result).toBe('clear');
  });
});

describe('the list of providers', () => {
  const first = toProvider(() => Promise.resolve(clear));
  const second = toProvider(() => Promise.resolve(clear), { id: 'other' });
  const third = toProvider(() => Promise.resolve(clear), { id: 'account', isOnByDefault: false });
  const listIds = (providers: Record<string, { enabled: boolean; settings: Record<string, never> }>) =>
    setUp([first, second, third], { providers })
      .runner.listFor('P1')
      .map(({ id }) => id);

  test('keeps the order of the registry, with all that are on by default', () => {
    expect(listIds({})).toEqual(['sample', 'other']);
  });

  test('follows what a property switched on and off', () => {
    const providers = { sample: { enabled: false, settings: {} }, account: { enabled: true, settings: {} } };
    expect(listIds(providers)).toEqual(['other', 'account']);
  });

  test('refuses an id that is there twice, and names it', () => {
    expect(() => setUp([first, second, first])).toThrow(/“sample”/);
  });

  test('knows no other', () => {
    const { runner } = setUp([second]);
    const context = { propertyId: 'P1', questionId: 'Q1', signal: new AbortController().signal };
    expect(() => runner.run('sample', {} as never, context)).toThrow(/“sample”/);
  });
});
