import { connect, type Socket } from 'node:net';
import { toQuantile } from '../figures/statistics.ts';

export interface LoadQuestion {
  readonly url: string;
  readonly propertyId: string;
  readonly connections: number;
  readonly forMs: number;
  /** Absent: each connection sends its next event as soon as it has its answer. */
  readonly perSecond?: number;
}

export interface LoadResult {
  readonly events: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Anything but a 200. */
  readonly failures: number;
}

/**
 * Delivers events that are all different over connections that stay open. It speaks HTTP over bare sockets: a client
 * library would cost more than what it measures. At a given rate an answer's time counts from when its event was due, so
 * that events that wait behind a slow one are slow too.
 */
export async function deliver(load: LoadQuestion): Promise<LoadResult> {
  const times: number[] = [];
  const startMs = performance.now();
  const endMs = startMs + load.forMs;
  const counts = await Promise.all(
    Array.from({ length: load.connections }, (_, index) => deliverOverOne(load, { index, startMs, endMs, times })),
  );
  const seconds = (performance.now() - startMs) / 1_000;
  return {
    events: times.length,
    perSecond: times.length / seconds,
    p50Ms: toQuantile(times, 0.5),
    p99Ms: toQuantile(times, 0.99),
    maxMs: toQuantile(times, 1),
    failures: counts.reduce((sum, failures) => sum + failures, 0),
  };
}

interface Lane {
  readonly index: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly times: number[];
}

/** Answers how many failed. */
async function deliverOverOne(load: LoadQuestion, lane: Lane): Promise<number> {
  const { hostname, port, host, pathname } = new URL(load.url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const ask = createExchange(
    socket,
    `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`,
  );
  let failures = 0;
  for (let turn = 0; ; turn += 1) {
    const dueMs = toDueMs(load, lane, turn);
    if (dueMs >= lane.endMs) break;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    if (!(await ask(toEvent(load.propertyId)))) failures += 1;
    lane.times.push(performance.now() - dueMs);
  }
  socket.destroy();
  return failures;
}

function toDueMs({ perSecond, connections }: LoadQuestion, { index, startMs }: Lane, turn: number): number {
  if (perSecond === undefined) return performance.now();
  return startMs + ((turn * connections + index) / perSecond) * 1_000;
}

/** One request at a time; answers whether its status was 200. */
function createExchange(socket: Socket, head: string): (body: string) => Promise<boolean> {
  let received = '';
  let waiting: { resolve: (isOk: boolean) => void; reject: (error: Error) => void } | undefined;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const bodyAt = received.indexOf('\r\n\r\n') + 4;
    if (bodyAt < 4) return;
    const length = Number(/\r\nContent-Length: (\d+)/i.exec(received)?.[1] ?? 0);
    if (received.length < bodyAt + length) return;
    const isOk = received.startsWith('HTTP/1.1 200');
    received = '';
    waiting?.resolve(isOk);
  });
  const fail = () => waiting?.reject(new Error('The connection was closed before the answer'));
  socket.on('error', fail);
  socket.on('close', fail);
  return (body) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`, 'latin1');
    });
}

let eventsMade = 0;
const firstEventAt = Date.now() / 1_000;

/** As the vendor spells it; the time stamp makes it different from every other. */
function toEvent(propertyId: string): string {
  eventsMade += 1;
  const timestamp = (firstEventAt + eventsMade / 1_000_000).toFixed(6);
  const guestId = 1_000_000 + (eventsMade % 100_000);
  return `{"version":"1.0","event":"guest/details_changed","timestamp":${timestamp},"propertyId":${propertyId},"propertyId_str":"${propertyId}","guestId":"${guestId}"}`;
}
