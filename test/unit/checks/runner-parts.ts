import { createCheckKit } from '../../../src/checks/check-kit.ts';
import type { CheckKitParts, PropertyCheckConfig } from '../../../src/checks/workshop.ts';
import type { CheckAnswer, Finding } from '../../../src/domain/finding.ts';
import type { CheckProvider, ProviderManifest } from '../../../src/ports/check-provider.ts';
import type { CheckRunner } from '../../../src/ports/check-runner.ts';
import type { LogFacts } from '../../../src/ports/logger.ts';
import { toSampleFields } from '../domain/sample-subject.ts';

export const clear: CheckAnswer = { result: 'clear', reasons: [] };

export const checkedAt = '2026-11-23T09:00:00.000Z';

export function toProvider(check: CheckProvider['check'], manifest: Partial<ProviderManifest> = {}): CheckProvider {
  return {
    manifest: {
      id: 'sample',
      version: '3',
      label: 'Sample',
      description: 'A provider of the tests.',
      reads: ['lastName', 'birthDate', 'city'],
      hosts: [],
      deadlineMs: 1_000,
      concurrency: 2,
      kind: 'instant',
      settings: {},
      ...manifest,
    },
    check,
  };
}

export interface Setup {
  readonly runner: CheckRunner;
  /** Every log line, as text. */
  readonly lines: readonly string[];
  /** Every count of checks, as `provider result`. */
  readonly counted: readonly string[];
}

export function setUp(providers: readonly CheckProvider[], config: PropertyCheckConfig = { providers: {} }): Setup {
  const lines: string[] = [];
  const counted: string[] = [];
  const note = (event: string, facts?: LogFacts) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  const parts: CheckKitParts = {
    providers,
    clock: { now: () => checkedAt },
    logger: { debug: note, info: note, warn: note, error: note },
    metrics: {
      count: (_name, labels) => void counted.push(Object.values(labels).join(' ')),
      observe: () => undefined,
    },
    configFor: () => config,
    houseListOf: () => ({ find: () => Promise.resolve([]) }),
  };
  return { runner: createCheckKit(parts).checks, lines, counted };
}

/** Asks the only provider about the usual guest. */
export function ask({ runner }: Setup, signal: AbortSignal = new AbortController().signal): Promise<Finding> {
  return runner.run('sample', toSampleFields(), { propertyId: 'P1', questionId: 'Q1', signal });
}
