import type { Screening } from '../../domain/screening.ts';
import type { Rows, WriteBack } from '../../ports/store.ts';

/** Notes what a guest is shown in the PMS; not what it says where the guest was forgotten while it was written. */
export async function keepWritten(rows: Rows, screening: Screening, written: WriteBack): Promise<void> {
  await rows.writeBacks.save(written);
  const stored = await rows.subjects.find(screening);
  if (stored?.fingerprint === '') await rows.writeBacks.forgetGuest(screening.propertyId, screening.guestId);
}
