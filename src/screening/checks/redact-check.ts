import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { LaterChecks } from '../../ports/check-runner.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Rows, Store } from '../../ports/store.ts';

export interface RedactCheckParts {
  readonly store: Store;
  readonly logger: Logger;
  readonly later: LaterChecks;
}

/** After a guest was forgotten: what vendors hold of the guest is to go too. Those that have confirmed are not asked again. */
export async function startRedactions(
  rows: Rows,
  { propertyId, guestId }: { readonly propertyId: string; readonly guestId: string },
  at: Instant,
): Promise<void> {
  const merged = await rows.guestMerges.listMerged({ propertyId, guestId });
  const pendingIds: string[] = [];
  for (const id of [guestId, ...merged]) pendingIds.push(...(await rows.pendingChecks.listRedacting(propertyId, id)));
  await rows.jobs.enqueueAll(
    pendingIds.map((pendingId) => ({
      kind: 'redact-check',
      payload: { propertyId, pendingId },
      urgency: housekeeping,
      runAt: at,
    })),
  );
}

/** Has a vendor remove what it holds of a forgotten guest. The reference is kept until the vendor has confirmed. */
export function createRedactCheck({ store, logger, later }: RedactCheckParts): JobHandler<'redact-check'> {
  return async ({ propertyId, pendingId }, { lease, signal }) => {
    const pending = await store.read((rows) => rows.pendingChecks.find(pendingId));
    if (pending?.state !== 'redacting') return;
    const { providerId: provider, reference } = pending;
    const result = await later.redact(provider, reference, { propertyId, signal });
    await store.transactionUnder(lease, (rows) => rows.pendingChecks.remove(pendingId));
    if (result === 'redacted') logger.info('check.redacted', { provider, propertyId, pendingId });
    else logger.warn('check.not_redactable', { provider, propertyId, pendingId });
  };
}
