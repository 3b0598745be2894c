// A fresh sandbox for one test, with a clock that stands still until it is told otherwise.
import { afterEach } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../src/sandbox/start-sandbox.ts';
import type { NewBooking } from '../../src/sandbox/world/world-inputs.ts';
import { createSandboxClient, type SandboxClient } from './sandbox-client.ts';

export interface Clock {
  now(): Date;
  set(instant: string): void;
  advance(seconds: number): void;
}

export interface SandboxFixture extends SandboxClient {
  readonly sandbox: Sandbox;
  readonly clock: Clock;
}

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.close()));
});

/** It is 2026-11-23 10:00:00 in Vienna; the rate limit is lifted. Closed after the test. */
export async function startTestSandbox(options: SandboxOptions = {}): Promise<SandboxFixture> {
  const clock = createClock('2026-11-23T09:00:00.000Z');
  const sandbox = await startSandbox({ rateLimitPerSecond: Infinity, now: () => clock.now(), ...options });
  running.push(sandbox);
  return { sandbox, clock, ...createSandboxClient(sandbox) };
}

export const weekend: NewBooking = {
  arrivesOn: '2026-12-04',
  departsOn: '2026-12-06',
  mainGuest: { firstName: 'Ana', lastName: 'Silva', email: 'ana.silva@mail.example', phone: '+351 912 345 678' },
};

export function createClock(instant: string): Clock {
  let atMs = Date.parse(instant);
  return {
    now: () => new Date(atMs),
    set: (next) => {
      atMs = Date.parse(next);
    },
    advance: (seconds) => {
      atMs += seconds * 1_000;
    },
  };
}
