import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import type { Answer } from '../route.ts';

export interface RepeatableRequest {
  /** The header `Idempotency-Key`. */
  readonly key: string | undefined;
  /** Of whom and for what the key is meant. */
  readonly scope: string;
  readonly body: unknown;
}

export interface RepeatedRequests {
  /**
   * Carries a request out once: the same key with the same body gets the same answer for a day. Throws
   * `idempotency_key_reused` for another body, and `idempotency_in_doubt` where the process was killed in the middle of the
   * first. One that failed left nothing behind, and may be tried again.
   */
  once(request: RepeatableRequest, run: () => Promise<Answer>): Promise<Answer>;
}

const keyShape = /^[\x21-\x7e]{1,200}$/;
const replayed = { 'Idempotency-Replayed': 'true' };

export function createRepeatedRequests(parts: { readonly store: Store; readonly clock: Clock }): RepeatedRequests {
  const underWay = new Map<string, { readonly body: string; readonly answer: Promise<Answer> }>();
  return {
    async once({ key, scope, body }, run) {
      if (key === undefined) return run();
      if (!keyShape.test(key))
        throw new InvalidRequest([{ path: '/Idempotency-Key', message: 'must be 1 to 200 visible characters' }]);
      const fullKey = `${scope} ${key}`;
      const text = JSON.stringify(body ?? null);
      const first = underWay.get(fullKey);
      if (first !== undefined) {
        if (first.body !== text) throw new ServiceError('idempotency_key_reused');
        return withReplay(await first.answer);
      }
      const answer = carryOut(parts, { key: fullKey, text, run });
      underWay.set(fullKey, { body: text, answer });
      try {
        return await answer;
      } finally {
        underWay.delete(fullKey);
      }
    },
  };
}

interface Work {
  readonly key: string;
  readonly text: string;
  readonly run: () => Promise<Answer>;
}

async function carryOut(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { key, text, run }: Work,
): Promise<Answer> {
  const kept = await store.transaction(async (rows) => {
    const known = await rows.keptRequests.find(key);
    const fingerprint = rows.keptRequests.toFingerprint(text);
    if (known === undefined) await rows.keptRequests.add({ key, fingerprint, startedAt: clock.now() });
    else if (known.fingerprint !== fingerprint) throw new ServiceError('idempotency_key_reused');
    return known;
  });
  if (kept !== undefined) {
    if (kept.answer === undefined) throw new ServiceError('idempotency_in_doubt');
    return withReplay(kept.answer);
  }
  const answer = await runOrForget(store, key, run);
  const { status, body, headers } = answer;
  await store.transaction((rows) =>
    rows.keptRequests.saveAnswer(key, { status, body, ...(headers !== undefined && { headers }) }),
  );
  return answer;
}

async function runOrForget(store: Store, key: string, run: () => Promise<Answer>): Promise<Answer> {
  try {
    return await run();
  } catch (error) {
    await store.transaction((rows) => rows.keptRequests.remove(key));
    throw error;
  }
}

function withReplay(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, ...replayed } };
}
