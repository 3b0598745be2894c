// A service in a process of its own that kills itself, as `kill -9` would, the first time that it passes the boundary
// CRASH_AT: `before` or `after` a request to the PMS, or a transaction that calls a repository's method, `uncommitted` or
// `committed`.
import { flushCompileCache } from 'node:module';
import axios, { type AxiosRequestConfig } from 'axios';
import { createProviderDoors } from '../../src/checks/http/provider-doors.ts';
import { compose } from '../../src/compose.ts';
import { createLogger } from '../../src/logging/create-logger.ts';
import type { Rows, Store } from '../../src/ports/store.ts';
import { hotelClock } from './hotel-clock.ts';
import { quickPace, toSettings } from './hotel.ts';

const crashAt = process.env.CRASH_AT;

// Node writes it when a process ends in order.
flushCompileCache();

function pass(boundary: string): void {
  if (boundary === crashAt) process.kill(process.pid, 'SIGKILL');
}

function withBoundaries(store: Store): Store {
  const watch = async <Result>(
    run: (wrap: (work: (rows: Rows) => Promise<Result>) => (rows: Rows) => Promise<Result>) => Promise<Result>,
  ): Promise<Result> => {
    const calls = new Set<string>();
    const result = await run((work) => async (rows) => {
      const done = await work(toWatchedRows(rows, calls));
      for (const call of calls) pass(`uncommitted ${call}`);
      return done;
    });
    for (const call of calls) pass(`committed ${call}`);
    return result;
  };
  return {
    ...store,
    transaction: (work) => watch((wrap) => store.transaction(wrap(work))),
    transactionFirst: (work) => watch((wrap) => store.transactionFirst(wrap(work))),
    transactionUnder: (lease, work) => watch((wrap) => store.transactionUnder(lease, wrap(work))),
  };
}

/** The same repositories; each call of a method is noted as `repository.method`. */
function toWatchedRows(rows: Rows, calls: Set<string>): Rows {
  const watched = Object.entries(rows).map(([name, repository]) => [
    name,
    new Proxy(repository as object, {
      get: (target, method, receiver) => {
        calls.add(`${name}.${String(method)}`);
        return Reflect.get(target, method, receiver) as unknown;
      },
    }),
  ]);
  return Object.fromEntries(watched) as Rows;
}

const request = async (config: AxiosRequestConfig): Promise<unknown> => {
  const operation = new URL(String(config.url)).pathname.split('/').at(-1) ?? '';
  pass(`before ${operation}`);
  const answer: unknown = await axios.request(config);
  pass(`after ${operation}`);
  return answer;
};

/** Where declared hosts are played by servers on this machine. */
const testRoutes = JSON.parse(process.env.VENDOR_ROUTES ?? '{}') as Record<string, string>;
const settings = toSettings(process.env as Record<string, string>, process.env.CONFIG_TEXT ?? '');
const logger = createLogger({ level: 'error', format: 'json', clock: hotelClock, destination: process.stderr });
const service = await compose(settings, {
  clock: hotelClock,
  logger,
  pace: quickPace,
  isFirstAtPms: process.env.IS_FIRST_AT_PMS === 'yes',
  wrapStore: withBoundaries,
  doors: createProviderDoors({ testRoutes }),
  axios: { request } as never,
});
await service.start();
