import type { CheckResult } from '../ports/doctor.ts';

export type RunningAnswer =
  | { readonly state: 'told'; readonly says: string; readonly results: readonly CheckResult[] }
  /** It runs, and does not tell us. */
  | { readonly state: 'untold'; readonly says: string; readonly advice: string }
  | { readonly state: 'not_running' };

export interface RunningQuestion {
  readonly url: string;
  readonly adminToken: string | undefined;
  readonly signal: AbortSignal;
}

interface Told {
  readonly checks: readonly (Omit<CheckResult, 'advice'> & { readonly advice: string | null })[];
}

/** Has the service that listens there look at itself. */
export async function askRunningService({ url, adminToken, signal }: RunningQuestion): Promise<RunningAnswer> {
  const says = `runs at ${url}`;
  if (!(await isRunning(url))) return { state: 'not_running' };
  if (adminToken === undefined) {
    const advice =
      'Set the same ADMIN_TOKEN as the service has: then it can be asked about the PMS, lists, mail and queue.';
    return { state: 'untold', says, advice };
  }
  const headers = { authorization: `Bearer ${adminToken}` };
  const answer = await fetch(`${url}/api/v1/diagnostics`, { headers, signal }).catch(() => undefined);
  if (answer?.status !== 200) {
    const advice = 'It would not say: check that ADMIN_TOKEN is the service’s own, and see its log.';
    return { state: 'untold', says: `${says}, and answered with ${answer?.status ?? 'nothing'}`, advice };
  }
  const { checks } = (await answer.json()) as Told;
  const results = checks.map(({ advice, ...check }) => ({ ...check, ...(advice !== null && { advice }) }));
  return { state: 'told', says, results };
}

const quickMs = 2_000;

async function isRunning(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(quickMs) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
