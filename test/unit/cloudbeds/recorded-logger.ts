import type { LogFacts, Logger } from '../../../src/ports/logger.ts';
import type { Metrics } from '../../../src/ports/metrics.ts';

export interface RecordedLine {
  readonly level: string;
  readonly event: string;
  readonly facts: LogFacts | undefined;
}

/** A logger that keeps its lines, for tests that look for something in them, or for its absence. */
export function createRecordedLogger(): Logger & { readonly lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  const at = (level: string) => (event: string, facts?: LogFacts) => void lines.push({ level, event, facts });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

export const silentMetrics: Metrics = { count: () => undefined, observe: () => undefined };
