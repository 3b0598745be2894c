import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import type { Credential } from '../../../src/ports/connections.ts';
import type { JobContext } from '../../../src/ports/jobs.ts';
import type { PmsApp } from '../../../src/ports/pms-app.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createRefreshTokens, refreshAt } from '../../../src/screening/connections/refresh-tokens.ts';
import { createMakeSyncsDue } from '../../../src/screening/syncing/make-syncs-due.ts';
import { type ConnectionDesk, hourMs, openConnectionDesk, tokens } from './connection-desk.ts';

let desk: ConnectionDesk;
let sent: string[];
beforeEach(async () => {
  sent = [];
  desk = await openConnectionDesk();
  await desk.connect('C1', tokens(1), ['P1']);
});
afterEach(() => desk.store.close());

type Answer = Credential | ServiceError;

const unspent = new ServiceError('pms_unreachable', { isSent: false });
const lost = new ServiceError('pms_timeout', { isSent: true });
const refused = new ServiceError('pms_grant_refused', { reason: 'invalid_grant', isSent: true });

test('ahead of the end, at half of the life, the next pair takes the place of the last, and is due the same way', async () => {
  desk.advance(4 * hourMs);
  await run(tokens(2, desk.clock.now()));
  expect(sent).toEqual(['refresh 1']);
  expect(await read()).toMatchObject({ credential: { accessToken: 'access 2' }, generation: 2 });
  expect(await claim()).toBeUndefined();
  desk.advance(4 * hourMs);
  expect(await claim()).toBeDefined();
});

test('two workers that race refresh once', async () => {
  desk.advance(4 * hourMs);
  await refresh();
  const [first, second] = [await claim(), await claim()];
  expect(second).toBeUndefined();
  if (first === undefined) throw new Error('Nothing is due');
  await createHandler(tokens(2, desk.clock.now()))({ connectionId: 'C1' }, first);
  expect(sent).toEqual(['refresh 1']);
});

test('a worker that stalled and was overtaken stores the pair that it got, and the other sent nothing', async () => {
  desk.advance(4 * hourMs);
  await refresh();
  const stalled = await getClaim();
  const answer = Promise.withResolvers<Credential>();
  const isSent = Promise.withResolvers<undefined>();
  const running = createRefreshTokens({
    ...desk,
    logger,
    app: toApp(() => {
      isSent.resolve(undefined);
      return answer.promise;
    }),
  })({ connectionId: 'C1' }, stalled);
  await isSent.promise;
  desk.advance(61_000); // its lease runs out
  await createHandler(tokens(3))({ connectionId: 'C1' }, await getClaim());
  expect(sent).toEqual(['refresh 1']);
  expect(await desk.alerts()).toEqual(['P1 refresh']);
  answer.resolve(tokens(2, desk.clock.now()));
  await running;
  expect(await read()).toMatchObject({ credential: { accessToken: 'access 2' } });
  expect(await desk.alerts()).toEqual([]);
});

test('a token that surely was not sent is tried again as any request', async () => {
  desk.advance(4 * hourMs);
  await expect(run(unspent)).rejects.toBe(unspent);
  expect(await read()).not.toHaveProperty('refreshStartedAt');
  await run(tokens(2, desk.clock.now()));
  expect(sent).toEqual(['refresh 1', 'refresh 1']);
});

test('a lost answer leaves everything as it is, tells somebody, and is tried again at the last moment alone', async () => {
  desk.advance(4 * hourMs);
  await run(lost);
  expect(await desk.alerts()).toEqual(['P1 refresh']);
  expect(await desk.standing('P1')).toMatchObject({ state: 'connected' });
  desk.advance(3 * hourMs);
  expect(await claim()).toBeUndefined();
  desk.advance(0.6 * hourMs);
  await runDue(tokens(2, desk.clock.now()));
  expect(sent).toEqual(['refresh 1', 'refresh 1']);
  expect(await desk.alerts()).toEqual([]);
});

test('answers that are lost at the last moment too are followed by a pause each, and somebody is told', async () => {
  desk.advance(7.7 * hourMs);
  await run(lost);
  expect(await desk.alerts()).toEqual(['P1 refresh']);
  expect(await claim()).toBeUndefined();
  desk.advance(60_000);
  await runDue(lost);
  expect(await claim()).toBeUndefined();
  desk.advance(60_000);
  await runDue(tokens(2, desk.clock.now()));
  expect(sent).toEqual(['refresh 1', 'refresh 1', 'refresh 1']);
  expect(await desk.alerts()).toEqual([]);
});

describe('a pair that cannot be stored', () => {
  const full = new ServiceError('store_full');

  /** Its store refuses so many of the commits that come after the token was sent. */
  function createHandlerOnFull(refusals: number) {
    const { store } = desk;
    let left = refusals;
    const filling: Store = {
      ...store,
      transaction: (work) => {
        if (left === 0) return store.transaction(work);
        left -= 1;
        return Promise.reject(full);
      },
    };
    const app = toApp(() => Promise.resolve(tokens(2, desk.clock.now())));
    return createRefreshTokens({ ...desk, store: filling, logger, app });
  }

  async function fail(handler: ReturnType<typeof createHandlerOnFull>): Promise<void> {
    const context = await getClaim();
    await expect(handler({ connectionId: 'C1' }, context)).rejects.toBe(full);
    const again = { runAt: desk.clock.now(), errorCode: full.code };
    await desk.store.transaction((rows) => rows.jobs.retry(context.lease, again));
  }

  beforeEach(async () => {
    desk.advance(4 * hourMs);
    await refresh();
  });

  test('is stored by a later try, and its spent token is not sent again', async () => {
    const handler = createHandlerOnFull(2);
    await fail(handler);
    await fail(handler);
    expect(await read()).toHaveProperty('refreshStartedAt');
    const context = await getClaim();
    await handler({ connectionId: 'C1' }, context);
    await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
    expect(sent).toEqual(['refresh 1']);
    expect(await read()).toMatchObject({ credential: { accessToken: 'access 2' }, generation: 2 });
    expect(await desk.alerts()).toEqual([]);
    desk.advance(4 * hourMs);
    await runDue(tokens(3, desk.clock.now()));
    expect(sent).toEqual(['refresh 1', 'refresh 2']);
  });

  test('and goes with its process, leaves a doubt', async () => {
    await fail(createHandlerOnFull(1));
    await runDue();
    expect(sent).toEqual(['refresh 1']);
    expect(await desk.alerts()).toEqual(['P1 refresh']);
  });

  test('gives way to tokens that somebody gave meanwhile', async () => {
    const handler = createHandlerOnFull(1);
    await fail(handler);
    const given = tokens(9, desk.clock.now());
    await desk.store.transaction((rows) =>
      rows.connections.save({ id: 'C1', credential: given, at: desk.clock.now() }),
    );
    await handler({ connectionId: 'C1' }, await getClaim());
    expect(sent).toEqual(['refresh 1']);
    expect(await read()).toMatchObject({ credential: { accessToken: 'access 9' } });
  });
});

test('a refresh token that the PMS takes no more disconnects its properties, and says so once', async () => {
  desk.advance(4 * hourMs);
  await run(refused);
  expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_refused' });
  expect(await desk.alerts()).toEqual(['P1']);
});

describe('a refresh that comes to nothing', () => {
  const makeSyncsDue = () => createMakeSyncsDue(desk)();

  test('is begun anew where it was given up', async () => {
    desk.advance(4 * hourMs);
    await refresh();
    const { lease } = await getClaim();
    const burial = { at: desk.clock.now(), errorCode: 'connect_unavailable' } as const;
    await desk.store.transaction((rows) => rows.jobs.bury(lease, burial));
    await makeSyncsDue();
    expect(await claim()).toBeUndefined();
    desk.advance(10 * 60_000);
    await runDue(tokens(2, desk.clock.now()));
    expect(sent).toEqual(['refresh 1']);
  });

  test('is told of once, a quarter of the life before all ends, until there is a next pair', async () => {
    desk.advance(5.9 * hourMs);
    await makeSyncsDue();
    expect(await desk.alerts()).toEqual([]);
    desk.advance(0.1 * hourMs);
    await makeSyncsDue();
    await makeSyncsDue();
    expect(await desk.alerts()).toEqual(['P1 refresh']);
    await run(tokens(2, desk.clock.now()));
    expect(await desk.alerts()).toEqual([]);
  });

  test('is not begun anew with a token that the PMS takes no more', async () => {
    desk.advance(4 * hourMs);
    await run(refused);
    await makeSyncsDue();
    desk.advance(hourMs);
    expect(await claim()).toBeUndefined();
    expect(await desk.alerts()).toEqual(['P1']);
  });
});

test('after a time without a token that counts, what changed meanwhile is looked for at once', async () => {
  desk.advance(4 * hourMs);
  await run(tokens(2, desk.clock.now()));
  expect(await desk.claim('sync-property')).toBeUndefined();
  desk.advance(9 * hourMs);
  await run(tokens(3, desk.clock.now()));
  expect(await desk.claim('sync-property')).toBeDefined();
});

test('an app that the PMS does not know spoils no token', async () => {
  desk.advance(4 * hourMs);
  const unknownApp = new ServiceError('pms_grant_refused', { reason: 'invalid_client', isSent: true });
  await expect(run(unknownApp)).rejects.toBe(unknownApp);
  expect(await desk.standing('P1')).toMatchObject({ state: 'connected' });
});

const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  return undefined;
}

function toApp(answer: () => Promise<Credential>): PmsApp {
  return {
    toAuthorizeUrl: () => '',
    redeemCode: () => Promise.reject(new Error('not asked for')),
    refreshTokens: (token) => {
      sent.push(token);
      return answer();
    },
  };
}

/** Without an answer nothing may be sent. */
function createHandler(answer?: Answer) {
  const toAnswer = () =>
    answer === undefined || answer instanceof Error
      ? Promise.reject(answer ?? new Error('sent'))
      : Promise.resolve(answer);
  return createRefreshTokens({ ...desk, logger, app: toApp(toAnswer) });
}

function refresh(): Promise<void> {
  return desk.store.transaction((rows) => refreshAt(rows, 'C1', desk.clock.now()));
}

async function run(answer: Answer): Promise<void> {
  await refresh();
  await runDue(answer);
}

async function runDue(answer?: Answer): Promise<void> {
  const context = await getClaim();
  try {
    await createHandler(answer)({ connectionId: 'C1' }, context);
  } finally {
    await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
  }
}

const claim = () => desk.claim('refresh-tokens');

async function getClaim(): Promise<JobContext> {
  const context = await claim();
  if (context === undefined) throw new Error('Nothing is due');
  return context;
}

function read() {
  return desk.store.read((rows) => rows.connections.get('C1'));
}
