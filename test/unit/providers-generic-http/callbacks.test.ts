import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { genericHttp } from '../../../providers/generic-http/check.ts';
import type { CheckContext } from '../../../src/ports/check-provider.ts';
import { type CallbackReceiver, startCallbackReceiver } from '../providers-hosted-session/callback-receiver.ts';
import { ask, guest, now } from '../providers-hosted-session/provider-context.ts';
import { type OwnService, startOwnService } from './service-fixture.ts';

const later = {
  results: 'ok = clear; hit = match likely; queued = pending',
  referencePointer: '/id',
  guestUrlPointer: '/page',
  callbackSecret: 'current',
};

let service: OwnService;
let receiver: CallbackReceiver;
beforeEach(async () => {
  service = await startOwnService();
  receiver = await startCallbackReceiver((callback) => read(callback.body, callback.headers));
});
afterEach(async () => {
  await service.close();
  await receiver.close();
});

const toContext = (settings: CheckContext['settings'] = {}) => service.toContext({ ...later, ...settings });
const read = (body: string | Uint8Array, headers: object, context = toContext()) =>
  genericHttp.readCallback?.({ headers: { ...headers }, body: Buffer.from(body) }, context) ??
  Promise.reject(new Error());

function sign(body: string, timestamp: string | number = now.getTime() / 1000, secret = 'current') {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-signature': signature, 'x-timestamp': String(timestamp) };
}

const body = '{"id":"R7","result":"hit"}';

describe('a pending answer', () => {
  test('has the service’s reference and page', async () => {
    service.answer = { body: '{"result":"queued","id":77,"page":"https://service.example/p"}' };
    const answer = await ask(genericHttp, guest, toContext());
    expect(answer).toMatchObject({ result: 'pending', reference: '77', guestUrl: 'https://service.example/p' });
  });

  test('without a reference is unavailable, and a page that is no page is left out', async () => {
    service.answer = { body: '{"result":"queued"}' };
    expect(await ask(genericHttp, guest, toContext())).toMatchObject({ result: 'unavailable' });
    service.answer = { body: '{"result":"queued","id":"R7","page":"javascript:alert(1)"}' };
    expect(await ask(genericHttp, guest, toContext())).not.toHaveProperty('guestUrl');
  });
});

describe('a callback', () => {
  test('brings its answer over HTTP', async () => {
    const response = await fetch(receiver.origin, { method: 'POST', body, headers: sign(body) });
    expect(response.status).toBe(200);
    expect(receiver.readings).toMatchObject([
      { kind: 'answer', reference: 'R7', answer: { result: 'match', strength: 'likely' } },
    ]);
  });

  test('sent again under another time is the same event', async () => {
    const first = await read(body, sign(body));
    const again = await read(body, sign(body, now.getTime() + 60_000));
    expect(again).toEqual(first);
    expect(await read(body.replace('hit', 'ok'), sign(body.replace('hit', 'ok')))).not.toEqual(first);
  });

  test('may be read at other places than an answer, under other headers, with either secret', async () => {
    const other = '{"event":{"check":"R8","outcome":"ok"}}';
    const context = toContext({
      callbackSecret: 'next,current',
      callbackResultPointer: '/event/outcome',
      callbackReferencePointer: '/event/check',
      signatureHeader: 'X-Hub-Signature',
      timestampHeader: 'X-Hub-Time',
    });
    for (const secret of ['next', 'current']) {
      const signed = sign(other, now.getTime(), secret);
      const headers = { 'x-hub-signature': `sha256=${signed['x-signature']}`, 'x-hub-time': signed['x-timestamp'] };
      expect(await read(other, headers, context)).toMatchObject({ reference: 'R8', answer: { result: 'clear' } });
    }
  });

  test('that says it is still pending concerns nobody', async () => {
    const queued = '{"id":"R7","result":"queued"}';
    expect(await read(queued, sign(queued))).toEqual({ kind: 'other' });
  });
});

describe('a callback is refused', () => {
  test.each([
    ['without a signature', {}],
    ['signed with another secret', sign(body, undefined, 'other')],
    ['signed for another body', sign(`${body} `)],
    [
      'signed over the body alone',
      { ...sign(body), 'x-signature': createHmac('sha256', 'current').update(body).digest('hex') },
    ],
    ['with another time than was signed', { ...sign(body), 'x-timestamp': String(now.getTime() / 1000 + 1) }],
  ])('%s', async (_how, headers) => {
    expect(await read(body, headers)).toEqual({ kind: 'refused', why: 'signature' });
  });

  test('whose JSON was read and written again on the way', async () => {
    expect(await read(JSON.stringify(JSON.parse(body), null, 1), sign(body))).toEqual({
      kind: 'refused',
      why: 'signature',
    });
  });

  test('where no secret is set, whatever signs it', async () => {
    const context = toContext({ callbackSecret: '', results: 'ok = clear' });
    expect(await read(body, sign(body, undefined, ''), context)).toEqual({ kind: 'refused', why: 'signature' });
  });

  test.each([now.getTime() / 1000 - 301, now.getTime() / 1000 + 301, now.getTime() - 301_000, '', 'now', '1e9'])(
    'signed at %s: too old, too early, or at no time',
    async (timestamp) => {
      expect(await read(body, sign(body, timestamp))).toEqual({ kind: 'refused', why: 'timestamp' });
    },
  );

  test('by the tolerance that is set', async () => {
    const old = sign(body, now.getTime() / 1000 - 61);
    expect(await read(body, old)).toMatchObject({ kind: 'answer' });
    expect(await read(body, old, toContext({ callbackToleranceS: 60 }))).toEqual({ kind: 'refused', why: 'timestamp' });
  });

  test.each(['{', 'null', '[]', '{"result":"hit"}', '{"id":"","result":"hit"}', '{"id":"R7","result":"what"}'])(
    'that says %s',
    async (text) => {
      expect(await read(text, sign(text))).toEqual({ kind: 'refused', why: 'malformed' });
    },
  );

  test('while the service is not described well enough to be read', async () => {
    expect(await read(body, sign(body), toContext({ results: '' }))).toEqual({ kind: 'refused', why: 'malformed' });
  });
});
