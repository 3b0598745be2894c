import type { Subject } from '../domain/subject.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rows, Store } from '../ports/store.ts';
import { screenAgain } from './syncing/start-screening.ts';

export interface VerificationWithdrawal {
  readonly reason: string;
  readonly actor: string;
}

/** Throws `screening_unknown`. */
export type WithdrawVerification = (screeningId: string, withdrawal: VerificationWithdrawal) => Promise<void>;

/**
 * A person says that a guest's verification no longer holds: kept answers about the guest are asked anew, a known guest is new
 * again, and every booking of theirs, future ones too, carries a warning until a person approves one.
 */
export function createWithdrawVerification(parts: {
  readonly store: Store;
  readonly clock: Clock;
}): WithdrawVerification {
  return (screeningId, { reason, actor }) =>
    parts.store.transaction(async (rows) => {
      const at = parts.clock.now();
      const { subject } = await rows.screenings.getListItem(screeningId);
      await rows.knownGuests.addWithdrawal(screeningId, { reason, actor, at });
      await rows.screenings.addToTimeline({ screeningId, at, event: 'verification_withdrawn', actor });
      await takeBack(rows, subject, { at, actor });
    });
}

/** Of every guest id by which the person is known here. */
async function takeBack(
  rows: Rows,
  subject: Subject,
  asked: { readonly at: string; readonly actor: string },
): Promise<void> {
  const { propertyId } = subject;
  const stays = await rows.knownGuests.listSubjects(subject);
  for (const guestId of new Set(stays.map((stay) => stay.guestId))) {
    await rows.keptAnswers.withdraw({ propertyId, guestId });
  }
  for (const stay of stays) await screenAgain(rows, stay, asked);
}
