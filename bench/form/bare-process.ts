// The least that a POST of a form can cost: an Express that reads the fields and leads on.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { answerParent } from '../process/answer-parent.ts';

const app = express().disable('x-powered-by');
app.post('/', express.urlencoded({ extended: false }), (_request, response) => {
  response.redirect(303, '/');
});
const server = createServer(app);

async function start(): Promise<unknown> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

answerParent(start, () => {
  server.closeAllConnections();
  server.close();
  return Promise.resolve();
});
