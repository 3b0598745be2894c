import type { Logger } from '../ports/logger.ts';
import { type Circuit, type CircuitLimits, createCircuit } from './circuit.ts';

export interface CircuitsParts {
  readonly limits: CircuitLimits;
  readonly elapsedMs: () => number;
  readonly logger: Logger;
}

/** One circuit for each provider and settings: one property's wrong address does not speak for the others. */
export function createCircuits(parts: CircuitsParts): (providerId: string, settingsKey: string) => Circuit {
  const circuits = new Map<string, Circuit>();
  return (providerId, settingsKey) => {
    const key = `${providerId}/${settingsKey}`;
    const known = circuits.get(key);
    if (known !== undefined) return known;
    const onOpened = (openMs: number) => parts.logger.warn('check.circuit_opened', { provider: providerId, openMs });
    const made = createCircuit({ limits: parts.limits, elapsedMs: parts.elapsedMs, onOpened });
    circuits.set(key, made);
    return made;
  };
}
