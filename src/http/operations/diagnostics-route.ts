import { toWorstState } from '../../domain/diagnosis.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

/** The PMS and mail servers have deadlines of their own; whoever asks should hear something before a proxy gives up. */
const deadlineMs = 50_000;

export function createDiagnosticsRoute({ clock, diagnose }: HttpParts): ApiRoute {
  return toApiRoute('getDiagnostics', 'GET /api/v1/diagnostics', {
    handle: async () => {
      const results = await diagnose({ signal: AbortSignal.timeout(deadlineMs), isRunning: true });
      const checks = results.map(({ advice = null, ...result }) => ({ ...result, advice }));
      return { status: 200, body: { at: clock.now(), state: toWorstState(results), checks } };
    },
  });
}
