import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import { screenAgain } from '../syncing/start-screening.ts';

/** More stays than anybody has. */
const mostStays = 1_000;

/**
 * What is said of a person holds for everybody on the card: answers that stood are asked anew, and stays in house and to come
 * are screened again, save those that a person declined: news of the guest does not undo that.
 */
export async function screenCardAgain(
  rows: Rows,
  profileId: string,
  asked: { readonly at: Instant; readonly actor: string },
): Promise<void> {
  const { stays } = await rows.profiles.listStays(profileId, mostStays);
  const guests = new Map(stays.map(({ subject }) => [`${subject.propertyId}/${subject.guestId}`, subject]));
  for (const { propertyId, guestId } of guests.values()) await rows.keptAnswers.withdraw({ propertyId, guestId });
  for (const { subject, screening } of stays) {
    if (screening?.outcome !== 'declined') await screenAgain(rows, subject, asked);
  }
}
