import { constants, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServiceEnvironment } from '../hotel/service-environment.ts';
import type { ServiceQuestion } from '../hotel/service-process.ts';
import { startChild } from '../process/start-child.ts';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { type HotelChain, secretKey, seed } from './seed.ts';

export interface ServedChain {
  readonly chain: HotelChain;
  readonly screenings: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const adminToken = 'bench-api-admin-token-of-32-characters';

/**
 * The service in a process of its own on a copy of the chain's database. The database itself stays among the temporary
 * files, for the next time: made anew it takes minutes.
 */
export async function openChain(
  sandbox: Sandbox,
  chain: HotelChain & { readonly name: string; readonly today: string },
): Promise<ServedChain> {
  const { path, screenings } = await seed(
    join(tmpdir(), `guest-screening-bench-api-${chain.name}.db`),
    chain,
    chain.today,
  );
  const environment = await createServiceEnvironment(sandbox);
  const copy = (environment.variables.DATABASE_URL ?? '').replace('sqlite:', '');
  copyFileSync(path, copy, constants.COPYFILE_FICLONE);
  const child = startChild(new URL('../hotel/service-process.ts', import.meta.url));
  const question: ServiceQuestion = {
    environment: { ...environment.variables, ADMIN_TOKEN: adminToken },
    isBudgetLifted: false,
    knownSecretKey: secretKey.toString('hex'),
  };
  const close = async (): Promise<void> => {
    await child.end();
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    environment.remove();
  };
  try {
    await child.ask(question);
  } catch (error) {
    await close();
    throw error;
  }
  return { chain, screenings, url: environment.url, headers: { authorization: `Bearer ${adminToken}` }, close };
}
