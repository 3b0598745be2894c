import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { type Child, startChild } from '../process/start-child.ts';
import { createServiceEnvironment } from './service-environment.ts';
import type { ServiceQuestion } from './service-process.ts';

export interface KillableService {
  start(options?: Pick<ServiceQuestion, 'isBudgetLifted' | 'clockBackMs'>): Promise<void>;
  /** As a power cut would: no word to it. */
  kill(): Promise<void>;
  /** Lets it come to an end; it can be started again. */
  stop(): Promise<void>;
  /** For good. */
  end(): Promise<void>;
}

export interface KillableOptions {
  /** Text of a configuration file. */
  readonly config?: string;
  /** Beside what every service of a bench is started with. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A service that can be killed, and started anew on the same database. */
export async function createKillableService(
  sandbox: Sandbox,
  { config = '', environment: more }: KillableOptions,
): Promise<KillableService> {
  const environment = await createServiceEnvironment(sandbox);
  let child: Child | undefined;
  return {
    async start(options = { isBudgetLifted: false }) {
      child = startChild(new URL('service-process.ts', import.meta.url));
      await child.ask({ environment: { ...environment.variables, LOG_LEVEL: 'error', ...more }, config, ...options });
    },
    async kill() {
      if (child !== undefined) process.kill(child.pid, 'SIGKILL');
      await child?.end();
    },
    async stop() {
      await child?.end();
    },
    async end() {
      await child?.end();
      environment.remove();
    },
  };
}
