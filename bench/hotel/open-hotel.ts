import { setTimeout as pause } from 'node:timers/promises';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { startChild } from '../process/start-child.ts';
import { createServiceEnvironment } from './service-environment.ts';
import type { ServiceQuestion } from './service-process.ts';

/** A sandbox PMS in this process, and the service in another. */
export interface Hotel {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** The service's process. */
  readonly pid: number;
  /** Starts the service. */
  start(): Promise<void>;
  /** Where events are delivered to, once the service has subscribed to them. */
  webhookUrl(): Promise<string>;
  close(): Promise<void>;
}

export interface HotelOptions {
  readonly sandbox?: SandboxOptions;
  readonly isBudgetLifted?: boolean;
  /** Text of a configuration file. */
  readonly config?: string;
  /** For the service's process. */
  readonly execArgv?: readonly string[];
}

export async function openHotel(options: HotelOptions = {}): Promise<Hotel> {
  const sandbox = await startSandbox(options.sandbox);
  const environment = await createServiceEnvironment(sandbox);
  const child = startChild(new URL('service-process.ts', import.meta.url), options.execArgv);
  const { isBudgetLifted = false, config = '' } = options;
  return {
    sandbox,
    url: environment.url,
    pid: child.pid,
    start: async () => {
      const question: ServiceQuestion = { environment: environment.variables, isBudgetLifted, config };
      await child.ask(question);
    },
    webhookUrl: async () => {
      await until(() => sandbox.world.listSubscriptions().length > 0);
      return sandbox.world.listSubscriptions()[0]?.endpointUrl ?? '';
    },
    close: async () => {
      await child.end();
      await sandbox.close();
      environment.remove();
    },
  };
}

/** Asks again and again; throws where that has been in vain for ten minutes. */
export async function until(isSo: () => boolean | Promise<boolean>, everyMs = 50): Promise<void> {
  const endsAtMs = performance.now() + 600_000;
  while (!(await isSo())) {
    if (performance.now() > endsAtMs) throw new Error('Waited ten minutes in vain');
    await pause(everyMs);
  }
}

/** Asks the sandbox whether every guest's result stands there; does not ask again about those where it did. */
export function toHasShownAll({ world }: Sandbox, guestIds: readonly string[]): () => boolean {
  let shown = 0;
  const isShown = (guestId: string) => world.readGuest(guestId).customFields.screening_status === 'Completed';
  return () => {
    while (shown < guestIds.length && isShown(guestIds[shown] ?? '')) shown += 1;
    return shown === guestIds.length;
  };
}
