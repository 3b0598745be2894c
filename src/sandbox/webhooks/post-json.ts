import { Agent, request as requestHttp } from 'node:http';
import { Agent as SecureAgent, request as requestHttps } from 'node:https';

export interface Poster {
  /** True for a 2xx within the time; a refused connection, any other status and silence are false. */
  post(url: string, body: string, timeoutMs: number): Promise<boolean>;
  /** Cuts what is under way. */
  close(): void;
}

const connectionLimit = 64;

/** node:http rather than a client library: thousands of small POSTs from the process that is being measured. */
export function createPoster(): Poster {
  const plain = new Agent({ keepAlive: true, maxSockets: connectionLimit });
  const secure = new SecureAgent({ keepAlive: true, maxSockets: connectionLimit });

  function post(url: string, body: string, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const isSecure = url.startsWith('https:');
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const options = { method: 'POST', headers, agent: isSecure ? secure : plain };
      const request = isSecure ? requestHttps(url, options) : requestHttp(url, options);
      let deadline: NodeJS.Timeout | undefined;
      const settle = (isAcknowledged: boolean): void => {
        clearTimeout(deadline);
        resolve(isAcknowledged);
      };
      // Waiting for a free connection is our own delay, not the receiver's.
      request.on('socket', () => {
        deadline = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
      });
      request.on('response', (response) => {
        const status = response.statusCode ?? 0;
        response.resume();
        response.on('error', () => settle(false));
        response.on('end', () => settle(status >= 200 && status < 300));
      });
      request.on('error', () => settle(false));
      request.on('close', () => settle(false));
      request.end(body);
    });
  }

  return {
    post,
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
