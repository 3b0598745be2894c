import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHotel } from '../hotel/open-hotel.ts';
import { readMainThreadMs } from '../process/cpu-time.ts';
import { startChild } from '../process/start-child.ts';
import type { RivalQuestion } from './rivals.ts';

export const contestants = ['service', 'bare', 'unread', 'insert-each', 'floor'] as const;

export type Contestant = (typeof contestants)[number];

export interface Contest {
  readonly propertyId: string;
  /** Where each takes its events. */
  readonly urls: Readonly<Record<Contestant, string>>;
  /** The main thread's processor time so far. */
  readCpuMs(name: Contestant): number;
  close(): Promise<void>;
}

/** The service beside a sandbox PMS, and what it is compared with, each in a process of its own. */
export async function openContest(): Promise<Contest> {
  const folder = mkdtempSync(join(tmpdir(), 'guest-screening-bench-'));
  const hotel = await openHotel();
  const { propertyId } = hotel.sandbox;
  const children = new Map<Contestant, ReturnType<typeof startChild>>();
  const startRival = async (kind: RivalQuestion['kind']): Promise<string> => {
    const child = startChild(new URL('rival-process.ts', import.meta.url));
    children.set(kind, child);
    const question: RivalQuestion = { kind, propertyId, databasePath: join(folder, 'insert-each.db') };
    return (await child.ask(question)) as string;
  };
  await hotel.start();
  return {
    propertyId,
    urls: {
      service: await hotel.webhookUrl(),
      bare: await startRival('bare'),
      unread: await startRival('unread'),
      'insert-each': await startRival('insert-each'),
      floor: await startRival('floor'),
    },
    readCpuMs: (name) => readMainThreadMs(children.get(name)?.pid ?? hotel.pid),
    close: async () => {
      for (const child of children.values()) await child.end();
      await hotel.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
