import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { genericHttp } from '../../../providers/generic-http/check.ts';
import type { CheckContext } from '../../../src/ports/check-provider.ts';
import { ask, guest, traces } from '../providers-hosted-session/provider-context.ts';
import { type OwnService, startOwnService } from './service-fixture.ts';

let service: OwnService;
beforeEach(async () => {
  service = await startOwnService();
});
afterEach(() => service.close());

const askWith = (settings: CheckContext['settings'], fields: object = guest) =>
  ask(genericHttp, fields, service.toContext(settings));
const sent = () => service.requests.at(-1);
const sentJson = () => JSON.parse(sent()?.body ?? '') as unknown;

describe('what is sent', () => {
  test('holds the fields that the template names, and no other', async () => {
    await askWith({ body: '{"mail": "{{email}}"}' });
    expect(sentJson()).toEqual({ mail: guest.email });
    const everything = JSON.stringify(sent()).toLowerCase();
    expect(traces.filter((trace) => everything.includes(trace)).sort()).toEqual(['canary', 'qwortzel', 'zyxanna']);
    expect(everything).not.toContain('9081726');
  });

  test('has no place for a guest in its address, and goes where it is told', async () => {
    await askWith({ method: 'PUT' });
    expect([sent()?.method, sent()?.url]).toEqual(['PUT', '/v1/checks']);
  });

  test('keeps the type of a value that stands alone, and is null without one', async () => {
    await askWith({ body: '{"a": "{{adults}}", "b": "{{isMainGuest}}", "c": ["{{ city }}", "in {{city}}"], "d": 7}' });
    expect(sentJson()).toEqual({ a: 1, b: true, c: [null, 'in '], d: 7 });
  });

  test.each(['"}, "admin": true, "x": {"y": "', '\\', '\u0000\n"', '{{secret1}}', '$& $1', '\uD800', '👩‍👩‍👧‍👦'])(
    'takes %j for a text and nothing else',
    async (lastName) => {
      await askWith({ secret1: 'hush' }, { ...guest, firstName: 'A', lastName });
      expect(sentJson()).toEqual({ who: `A ${lastName}` });
      expect(sent()?.body).not.toContain('hush');
    },
  );

  test('carries secrets in headers, of two the newer', async () => {
    await askWith({ headers: 'Authorization: Bearer {{secret1}}\nX-Question: {{questionId}}', secret1: 'new, old' });
    expect(sent()?.headers).toMatchObject({ authorization: 'Bearer new', 'x-question': 'Q1' });
  });

  test('may be a form', async () => {
    await askWith({ bodyFormat: 'form', body: '{"mail": "{{email}}", "city": "{{city}}", "n": "{{adults}}"}' });
    expect(sent()?.headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(sent()?.body))).toEqual({ mail: guest.email, n: '1' });
  });

  test('names the question and where a later answer goes', async () => {
    await askWith({ body: '["{{questionId}}", "{{callbackUrl}}"]' });
    expect(sentJson()).toEqual(['Q1', 'https://hotel.example/callbacks/x/y']);
  });

  test('is nothing where a field is missing that it needs', async () => {
    const answer = await askWith({ requiredFields: 'email, city' }, { ...guest, email: ' ' });
    expect(answer).toMatchObject({ result: 'incomplete', missing: ['email', 'city'] });
    expect(service.requests).toEqual([]);
  });
});

describe('what is answered', () => {
  const meaning = async (document: unknown, settings = {}) => {
    service.answer = { body: JSON.stringify(document) };
    const { result, strength = '' } = await askWith(settings);
    return `${result} ${strength}`.trim();
  };

  test.each([
    [{ result: 'ok' }, 'clear'],
    [{ result: ' hit ' }, 'match strong'],
    [{ result: 'maybe' }, 'match possible'],
    [{ result: 'unsure' }, 'incomplete'],
  ])('by %j is: %s', async (document, expected) => {
    expect(await meaning(document)).toBe(expected);
  });

  test.each([[{ result: 'OK' }], [{ result: {} }], [{}], [[]], [null], ['ok']])(
    'by %j, which no rule knows, is unavailable and never clear',
    async (document) => {
      expect(await meaning(document)).toBe('unavailable');
    },
  );

  test.each([
    [12, 'clear'],
    [50, 'match possible'],
    ['89.5', 'match possible'],
    [90, 'match strong'],
    [-1e3, 'clear'],
    ['', 'unavailable'],
    [null, 'unavailable'],
    [true, 'unavailable'],
    ['0x10', 'unavailable'],
  ])('by a score of %j is: %s', async (score, expected) => {
    const results = '< 50 = clear\n>= 90 = match strong\n>=50 = match possible';
    expect(await meaning({ score }, { results, resultPointer: '/score' })).toBe(expected);
  });

  test.each([
    [[], 'clear'],
    [[{ id: 1 }], 'match likely'],
  ])('by a list of hits %j is: %s', async (hits, expected) => {
    const settings = { results: '0 = clear; > 0 = match likely', resultPointer: '/data/0/hits' };
    expect(await meaning({ data: [{ hits }] }, settings)).toBe(expected);
  });

  test.each([
    ['/a~1b/m~0n', { 'a/b': { 'm~n': 'ok' } }, 'clear'],
    ['', 'ok', 'clear'],
    ['/', { '': 'ok' }, 'clear'],
    ['/list/01', { list: ['', 'ok'] }, 'unavailable'],
    ['/constructor/name', {}, 'unavailable'],
    ['/__proto__', {}, 'unavailable'],
  ] as const)('is read at %j of %j: %s', async (resultPointer, ...[document, expected]) => {
    expect(await meaning(document, { resultPointer, results: 'ok = clear; Object = clear' })).toBe(expected);
  });

  test('says why in the words of the configuration, and in the service’s own where it is told to', async () => {
    service.answer = { body: '{"result":"hit","why":["Left without paying", 7, " "]}' };
    const { reasons } = await askWith({ reasonPointer: '/why' });
    expect(reasons).toEqual([
      { code: 'generic_http.match', text: 'Blacklist answers: hit' },
      { code: 'generic_http.says', text: 'Left without paying' },
    ]);
  });

  test.each([
    [401, 'vendor_unauthorized'],
    [422, 'vendor_refused'],
    [503, 'vendor_unavailable'],
  ])('with status %i fails with %s, and quotes nothing', async (status, code) => {
    service.answer = { status, body: `{"error":"${guest.lastName ?? ''}","result":"ok"}` };
    const error: unknown = await askWith({}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(traces.filter((trace) => String(error).toLowerCase().includes(trace))).toEqual([]);
  });

  test('with what is no JSON fails', async () => {
    service.answer = { body: '<html>' };
    await expect(askWith({})).rejects.toMatchObject({ code: 'not_json' });
  });
});

describe('a description that cannot be used', () => {
  test.each([
    ['no address', { url: '' }, 'url: is missing'],
    [
      'an address with a guest in it',
      { url: 'https://a.example/{{lastName}}' },
      'url: must be the same for every guest',
    ],
    ['an address that is none', { url: 'file:///etc/passwd' }, 'url: is no http or https address'],
    ['an address with a password', { url: 'https://a:hush@a.example/' }, 'url: must not hold a password'],
    ['another method', { method: 'DELETE' }, 'method: is none of'],
    ['a GET with a body', { method: 'GET' }, 'body: a GET has none'],
    ['no JSON', { body: '{"a": {{lastName}}}' }, 'body: is no JSON'],
    ['a field that there is not', { body: '["{{shoeSize}}"]' }, 'body: names {{shoeSize}}'],
    ['a field that is not declared', { body: '["{{gender}}"]' }, 'body: names {{gender}}'],
    ['a secret in the body', { body: '["{{secret1}}"]' }, 'body: names {{secret1}}'],
    ['a field as a key', { body: '{"{{email}}": 1}' }, 'body: names a field in a key'],
    ['a brace too many', { body: '["{{email}"]' }, 'body: has a brace too many'],
    ['a deep form', { bodyFormat: 'form', body: '{"a": {"b": 1}}' }, 'body: a form is flat'],
    ['another format', { bodyFormat: 'xml' }, 'bodyFormat: is neither'],
    ['a header without a name', { headers: 'Bearer x' }, 'headers: line 1 is no header'],
    ['a guest in a header', { headers: 'X-Name: {{lastName}}' }, 'headers: line 1 names {{lastName}}'],
    ['a header with a secret that is not set', { headers: 'A: {{secret1}}' }, 'secret1: is named by a header'],
    ['no results', { results: '' }, 'results: is missing'],
    ['a result that means nothing', { results: 'ok = clear; hit = bad' }, 'results: rule 2 is none'],
    ['a bound that is no number', { results: '>= ten = clear' }, 'results: rule 1 is none'],
    ['a path that is no pointer', { resultPointer: '$.result' }, 'resultPointer: is no JSON Pointer'],
    ['a pending answer without a reference', { results: 'x = pending' }, 'referencePointer: is needed'],
    ['a pending answer that nobody could sign', { results: 'x = pending' }, 'callbackSecret: is needed'],
    ['a required field that there is not', { requiredFields: 'shoeSize' }, 'requiredFields: shoeSize is no field'],
  ])('because of %s is unavailable, says so, and asks nobody', async (_what, settings, problem) => {
    const answer = await askWith(settings);
    expect(answer).toMatchObject({ result: 'unavailable', reasons: [{ code: 'generic_http.misconfigured' }] });
    expect(answer.reasons[0]?.text).toContain(problem);
    expect(answer.reasons[0]?.text).not.toContain('hush');
    expect(service.requests).toEqual([]);
  });

  test('is told all its problems at once', async () => {
    const { reasons } = await askWith({ url: '', method: 'BREW', results: '' });
    expect(reasons[0]?.text).toMatch(/url: .*method: .*results: /);
  });
});
