import { plusMs } from '../domain/calendar.ts';
import type { Finding } from '../domain/finding.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { CheckRunContext } from '../ports/check-runner.ts';
import type { Workshop } from './workshop.ts';
import { type Question, toQuestionKey } from './question-key.ts';

/** An answer to the same question that still stands, or the same question while it is pending: neither is asked again. */
export async function recall(
  { memory, clock }: Workshop,
  question: Question,
  { reuseMs }: Pick<CheckRunContext, 'reuseMs'> = {},
): Promise<Finding | undefined> {
  const { manifest } = question;
  if (memory === undefined || (manifest.reuseMs === undefined && manifest.kind === 'instant')) return undefined;
  const key = toQuestionKey(question, memory.digest);
  const now = clock.now();
  return memory.store.read(async (rows) => {
    if (manifest.reuseMs !== undefined) {
      const kept = await rows.keptAnswers.find(key, now);
      const isFresh = kept !== undefined && (reuseMs === undefined || plusMs(kept.finding.checkedAt, reuseMs) > now);
      if (isFresh) return { ...kept.finding, reusedFrom: kept.finding.checkedAt, checkedAt: now };
    }
    if (manifest.kind === 'instant') return undefined;
    return (await rows.pendingChecks.findByQuestion(key, now))?.finding;
  });
}

export async function keep({ memory }: Workshop, question: Question, finding: Finding): Promise<void> {
  const { manifest, propertyId, guestId } = question;
  const validUntil = toValidUntil(manifest, finding);
  if (memory === undefined || validUntil === undefined) return;
  const questionKey = toQuestionKey(question, memory.digest);
  const about = { propertyId, providerId: manifest.id, ...(guestId === undefined ? {} : { guestId }) };
  await memory.store.transaction((rows) => rows.keptAnswers.keep({ ...about, questionKey, finding, validUntil }));
}

/** Until when an answer may stand for another; `undefined` for one that is none. */
function toValidUntil({ reuseMs }: ProviderManifest, finding: Finding): string | undefined {
  if (reuseMs === undefined) return undefined;
  switch (finding.result) {
    case 'clear':
    case 'match':
      return plusMs(finding.checkedAt, reuseMs);
    case 'incomplete': // the guest may have more to say the next time
    case 'pending':
    case 'unavailable':
      return undefined;
  }
}
