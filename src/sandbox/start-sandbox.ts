import type { Sandbox, SandboxOptions } from './sandbox.ts';

export type { Sandbox, SandboxOptions } from './sandbox.ts';

/** Starts a sandbox PMS; see Sandbox for what it offers and SandboxOptions for its defaults. */
export function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return Promise.reject(new Error(`not built yet (port ${options.port ?? 0})`));
}
