import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import type { Scene } from './guests.ts';
import { type DemoGuest, readRow } from './show.ts';

/** Bookings come one after another, as people can follow. */
const betweenBookingsMs = 400;

/** Lets every scene happen at the hotel; answers its guests, in order. Edits follow by `playEdits`. */
export async function playBookings(
  sandbox: Sandbox,
  scenes: readonly Scene[],
  onGuests: (guests: readonly DemoGuest[]) => void,
): Promise<readonly DemoGuest[]> {
  const guests: DemoGuest[] = [];
  for (const scene of scenes) {
    const { reservationId, guestIds } = sandbox.world.book(scene.booking);
    if (scene.isCancelled) sandbox.world.cancelReservation(reservationId);
    guestIds.forEach((guestId, index) => {
      guests.push({ guestId, story: index === 0 ? scene.story : '', scene, expected: scene.expected[index] });
    });
    onGuests(guests);
    await pause(betweenBookingsMs);
  }
  return guests;
}

/** Edits the guests whose scene says so, each once its first result stands in the PMS. */
export function playEdits(sandbox: Sandbox, guests: readonly DemoGuest[], edited: Set<string>): void {
  for (const guest of guests) {
    const { edit } = guest.scene;
    if (edit === undefined || edited.has(guest.guestId)) continue;
    if (readRow(sandbox, guest).status !== 'Completed') continue;
    edited.add(guest.guestId);
    sandbox.world.editGuest(guest.guestId, edit, { movesReservation: false });
  }
}
