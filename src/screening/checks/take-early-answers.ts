import type { Finding } from '../../domain/finding.ts';
import type { Instant } from '../../domain/subject.ts';
import type { LaterChecks } from '../../ports/check-runner.ts';
import type { Rows } from '../../ports/store.ts';
import { keepLaterAnswer } from './settle-pending.ts';

export interface AskedFindings {
  readonly propertyId: string;
  readonly findings: readonly Finding[];
  readonly at: Instant;
}

/** The findings, with answers in the place of questions whose answer was faster than our disk. */
export function takeEarlyAnswers(rows: Rows, later: LaterChecks, asked: AskedFindings): Promise<readonly Finding[]> {
  return asked.findings.reduce<Promise<readonly Finding[]>>(async (merged, finding) => {
    return [...(await merged), (await takeOne(rows, later, { ...asked, finding })) ?? finding];
  }, Promise.resolve([]));
}

async function takeOne(
  rows: Rows,
  later: LaterChecks,
  { propertyId, finding, at }: AskedFindings & { readonly finding: Finding },
): Promise<Finding | undefined> {
  const { provider: providerId, reference, result } = finding;
  if (result !== 'pending' || reference === undefined) return undefined;
  const early = await rows.pendingChecks.takeEarly({ propertyId, providerId, reference });
  const pending = await rows.pendingChecks.findByReference({ propertyId, providerId, reference });
  if (early === undefined || pending === undefined) return undefined;
  await rows.pendingChecks.setState(pending.id, 'answered');
  await keepLaterAnswer(rows, later, { pending, finding: early, at });
  return early;
}
