import type { World } from '../../src/sandbox/world/world.ts';
import { isYoung } from './plan.ts';

export interface GuestWatch {
  /** From now on the PMS should come to show this guest's new data screened. */
  follow(guestId: string): void;
  /** How many are not shown yet; notes when the others were. */
  countOpen(): number;
  /** How far it is, and what the PMS shows of those who have been open the longest. */
  describe(): readonly string[];
  judge(): Judgement;
}

export interface Judgement {
  readonly changes: number;
  /** Of guests who are told of by custom fields. */
  readonly changesByFields: number;
  readonly right: number;
  readonly wrong: number;
  readonly notOneNote: number;
  readonly p50Seconds: number;
  readonly p95Seconds: number;
  readonly longestSeconds: number;
}

const tellingNote = /^Guest screening: (.+) – (.+)$/m;

/** Looks at what the PMS shows, as the front desk would; several changes of a guest before it shows them count as one. */
export function createGuestWatch(world: World, noted: ReadonlySet<string>): GuestWatch {
  const changedAtMs = new Map<string, number>();
  const followed = new Set<string>();
  const seconds: number[] = [];
  let [changes, changesByFields] = [0, 0];

  const look = setInterval(() => void countOpen(), 250);
  look.unref();
  function countOpen(): number {
    for (const [guestId, atMs] of changedAtMs) {
      if (!isShown(world, guestId)) continue;
      changedAtMs.delete(guestId);
      seconds.push((performance.now() - atMs) / 1_000);
    }
    return changedAtMs.size;
  }

  return {
    follow(guestId) {
      changes += 1;
      if (!noted.has(world.readGuest(guestId).propertyId)) changesByFields += 1;
      followed.add(guestId);
      // Another town changes nothing that the PMS shows: whether it was screened cannot be seen from outside.
      if (!changedAtMs.has(guestId) && !isShown(world, guestId)) changedAtMs.set(guestId, performance.now());
    },
    countOpen,
    describe: () => [
      `${changes} changes, ${changedAtMs.size} open`,
      ...[...changedAtMs].slice(0, mostDescribed).map(([guestId, atMs]) => describeOpen(world, guestId, atMs)),
    ],
    judge() {
      clearInterval(look);
      const right = [...followed].filter((guestId) => isShown(world, guestId)).length;
      const inNotes = [...followed].filter((guestId) => noted.has(world.readGuest(guestId).propertyId));
      const sorted = seconds.toSorted((one, other) => one - other);
      return {
        changes,
        changesByFields,
        right,
        wrong: followed.size - right,
        notOneNote: inNotes.filter((guestId) => world.readGuest(guestId).notes.length !== 1).length,
        p50Seconds: sorted[Math.floor(sorted.length * 0.5)] ?? NaN,
        p95Seconds: sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
        longestSeconds: sorted.at(-1) ?? NaN,
      };
    },
  };
}

const mostDescribed = 3;

function describeOpen(world: World, guestId: string, atMs: number): string {
  const guest = world.readGuest(guestId);
  const { customFields, notes } = guest;
  const waitsS = Math.round((performance.now() - atMs) / 1_000);
  const shown = [customFields.screening_status, customFields.screening_outcome, notes[0]?.split('\n')[0]];
  const age = isYoung(guest) ? 'young, ' : '';
  const what = shown.filter(Boolean).join(' – ') || 'nothing';
  return `guest ${guestId} of ${guest.propertyId}, ${age}open for ${waitsS} s, shows ${what}`;
}

/** Completed, and for those who were made too young with the outcome that this must have. */
function isShown(world: World, guestId: string): boolean {
  const guest = world.readGuest(guestId);
  const { customFields, notes } = guest;
  const [, status, outcome] = tellingNote.exec(notes[0] ?? '') ?? [
    '',
    customFields.screening_status,
    customFields.screening_outcome,
  ];
  if (status !== 'Completed') return false;
  return isYoung(guest) ? outcome === 'Review' : outcome === 'Clear' || outcome === 'Review';
}
