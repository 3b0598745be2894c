import { createServer as createNetServer } from 'node:net';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import express from 'express';
import { systemClock } from '../../src/clock/system-clock.ts';
import { toJsonObject } from '../../src/http/json-object.ts';
import { readBody } from '../../src/http/read-body.ts';
import { toEventReading } from '../../src/http/webhook-event.ts';
import type { Store } from '../../src/ports/store.ts';
import { createExpectedEchoes } from '../../src/screening/syncing/expected-echoes.ts';
import { createReceiveEvent, type ReceiveEvent } from '../../src/screening/receive-event.ts';
import { openStore } from '../../src/store/open-store.ts';

export interface RivalQuestion {
  readonly kind: 'floor' | 'unread' | 'bare' | 'insert-each';
  readonly propertyId: string;
  readonly databasePath: string;
}

const path = '/webhooks/cloudbeds/:secret';

/** What the service is compared with. Answers the address that events are delivered to. */
export async function startRival(question: RivalQuestion): Promise<string> {
  switch (question.kind) {
    case 'floor':
      return listen(createFloor());
    case 'unread':
      return listen(createServer(createUnreadingExpress()));
    case 'bare':
      return listen(createServer(createBareExpress()));
    case 'insert-each':
      return listen(createServer(await createInsertEach(question)));
  }
}

/** The least that a server can do: shows what the measuring itself allows. */
function createFloor(): Server {
  return createNetServer({ noDelay: true }, (socket) => {
    socket.on('data', () =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'),
    );
    socket.on('error', () => socket.destroy());
  });
}

/** What anybody would write who stores nothing: Express parses the event, and gives the service's answer. */
function createBareExpress(): RequestListener {
  const app = express().disable('x-powered-by').disable('etag');
  app.post(path, express.json({ limit: '256kb' }), (_request: IncomingMessage, response: ServerResponse) => {
    acknowledge(response);
  });
  return app;
}

/** The same without looking into the body, which no receiver of events could do. */
function createUnreadingExpress(): RequestListener {
  const app = express().disable('x-powered-by').disable('etag');
  app.post(path, (request: IncomingMessage, response: ServerResponse) => {
    request.resume().once('end', () => acknowledge(response));
  });
  return app;
}

/** The service's own parsing, store and statements, with a transaction for each event and one event at a time. */
async function createInsertEach({ propertyId, databasePath }: RivalQuestion): Promise<RequestListener> {
  const store = await openStore({ databaseUrl: `sqlite:${databasePath}`, secretKey: Buffer.alloc(32, 7) });
  await store.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' }),
  );
  const receive = toReceiveOneByOne(store);
  const app = express().disable('x-powered-by').disable('etag');
  app.post(path, async (request: IncomingMessage, response: ServerResponse) => {
    const body = toJsonObject(await readBody(request, 262_144));
    const reading = toEventReading(body, { propertyId, receivedAt: systemClock.now() });
    if (reading.meaning === 'event') await receive(reading.event);
    acknowledge(response);
  });
  return app;
}

function toReceiveOneByOne(store: Store): ReceiveEvent {
  const expectedEchoes = createExpectedEchoes(60_000);
  const pace = { burstMs: 1_000, gapMs: 5_000, echoMs: 30_000 };
  let last = Promise.resolve();
  return (event) => {
    const receive = createReceiveEvent({ store, clock: systemClock, expectedEchoes, pace }); // gathers nothing: it is new
    last = last.then(() => receive(event));
    return last;
  };
}

function acknowledge(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '2' }).end('{}');
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/cloudbeds/secret`;
}
