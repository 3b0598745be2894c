import type { CheckProvider, LaterContext, SettingValues } from '../ports/check-provider.ts';
import type { LaterAskContext } from '../ports/check-runner.ts';
import { ProviderHttpError } from '../ports/provider-http.ts';
import type { Workshop } from './workshop.ts';
import { withinDeadline } from './deadline.ts';
import type { Door } from './http/provider-doors.ts';
import { withRetries } from './retry.ts';
import { toWhy, type UnavailableWhy } from './unavailable.ts';

/** One go at a provider's function: within its deadline, with its tries, through its door. */
export interface Attempt {
  readonly provider: CheckProvider;
  readonly settings: SettingValues;
  readonly context: LaterAskContext;
  readonly work: (context: LaterContext) => Promise<unknown>;
}

export interface AttemptResult {
  /** What came back, unread; absent where nothing did. */
  readonly value?: unknown;
  /** Why nothing came back. */
  readonly why?: UnavailableWhy;
  /** Whether a request may have reached the vendor. */
  readonly hasSent: boolean;
  readonly retryAfterMs: number | undefined;
}

/** Throws only where the caller itself gave up, as at shutdown: that says nothing about the provider. */
export async function attempt(workshop: Workshop, asked: Attempt): Promise<AttemptResult> {
  const { provider, context } = asked;
  const { manifest } = provider;
  let door: Door | undefined;
  const end = () => ({ hasSent: door?.hasSent() ?? false, retryAfterMs: door?.findRetryAfterMs() });
  try {
    const value = await withinDeadline(
      (signal) => {
        door = workshop.doors.open(manifest, asked.settings, signal);
        return tryWith(workshop, asked, { door, signal });
      },
      { deadlineMs: manifest.deadlineMs, signal: context.signal },
    );
    return { value, ...end() };
  } catch (error) {
    if (context.signal.aborted) throw error;
    const why = toWhy(error);
    const status = error instanceof ProviderHttpError ? error.status : undefined;
    const kind = error instanceof Error ? error.constructor.name : typeof error; // a name can be set, a class cannot
    workshop.logger.warn('check.failed', { provider: manifest.id, propertyId: context.propertyId, why, kind, status });
    return { why, ...end() };
  }
}

function tryWith(
  { clock, time }: Workshop,
  { provider, settings, context, work }: Attempt,
  { door, signal }: { readonly door: Door; readonly signal: AbortSignal },
): Promise<unknown> {
  const { deadlineMs, retry } = provider.manifest;
  const { propertyId } = context;
  const once = () => work({ propertyId, settings, now: clock.now(), signal, http: door.http });
  if (retry === undefined) return once();
  const startedMs = time.elapsedMs();
  return withRetries(once, {
    policy: retry,
    remainingMs: () => deadlineMs - (time.elapsedMs() - startedMs),
    findRetryAfterMs: () => door.findRetryAfterMs(),
    wait: (ms) => time.wait(ms, signal),
    random: time.random,
  });
}
