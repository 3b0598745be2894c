import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { startHttpServer } from '../../../src/http/start-http-server.ts';

const local = { host: '127.0.0.1', port: 0 };

function ask(url: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, agent === undefined ? {} : { agent }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
    }).on('error', reject);
  });
}

describe('the server', () => {
  test('says where it listens, and ends connections that are kept alive when it closes', async () => {
    const server = await startHttpServer((_, response) => response.end('hello'), local);
    const agent = new Agent({ keepAlive: true });
    expect(await ask(server.url, agent)).toBe('hello');
    await server.close();
    await expect(ask(server.url)).rejects.toThrow('ECONNREFUSED');
    agent.destroy();
  });

  test('lets a request finish that was there before it closed, though its connection is kept alive', async () => {
    const [arrived, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const server = await startHttpServer((_, response) => {
      arrived.resolve(undefined);
      void release.promise.then(() => response.end('finished'));
    }, local);
    const agent = new Agent({ keepAlive: true });
    const answer = ask(server.url, agent);
    await arrived.promise;
    const closed = server.close();
    release.resolve(undefined);
    expect(await answer).toBe('finished');
    await closed;
    agent.destroy();
  });

  test('waits no longer than it was told for a request that never finishes', async () => {
    const arrived = Promise.withResolvers<undefined>();
    const server = await startHttpServer(() => arrived.resolve(undefined), { ...local, closeTimeoutMs: 20 });
    const answer = ask(server.url);
    await Promise.all([arrived.promise, expect(answer).rejects.toThrow(), arrived.promise.then(() => server.close())]);
  });

  test('closes while a caller has connected and said nothing', async () => {
    const server = await startHttpServer((_, response) => response.end(), { ...local, closeTimeoutMs: 20 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined));
    await new Promise((resolve) => socket.on('connect', resolve));
    await server.close();
    await ended;
  });

  test('may be closed twice', async () => {
    const server = await startHttpServer((_, response) => response.end(), local);
    await Promise.all([server.close(), server.close()]);
  });

  test('does not start where something listens already', async () => {
    const server = await startHttpServer((_, response) => response.end(), local);
    const port = Number(new URL(server.url).port);
    await expect(startHttpServer((_, response) => response.end(), { ...local, port })).rejects.toThrow('EADDRINUSE');
    await server.close();
  });
});
