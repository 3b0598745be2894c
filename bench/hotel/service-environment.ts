import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPort } from '../../src/demo/find-port.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

export interface ServiceEnvironment {
  readonly url: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Removes its folder. */
  remove(): void;
}

/** What a service beside this sandbox is started with: a database of its own, and everything else as it comes. */
export async function createServiceEnvironment({ apiUrl, apiKey }: Sandbox): Promise<ServiceEnvironment> {
  const folder = mkdtempSync(join(tmpdir(), 'guest-screening-bench-'));
  const port = await findPort(0);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    variables: {
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: `sqlite:${join(folder, 'screening.db')}`,
      API_RATE_LIMIT: '0',
      SECRET_KEY: randomBytes(32).toString('hex'),
      CLOUDBEDS_API_URL: apiUrl,
      CLOUDBEDS_API_KEY: apiKey,
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
