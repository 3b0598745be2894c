import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { ProfileScope } from '../../ports/profiles.ts';
import type { StockProgress, StockStep } from '../../ports/stock.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { countStay } from '../statistics/count-stay.ts';
import type { BindProfile } from './bind-profile.ts';

export interface TakeStockParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly bindProfile: BindProfile;
  readonly scopeFor: (propertyId: string) => ProfileScope;
  /** Resolves after a while, sooner where the signal says so. Never rejects. */
  readonly rest: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Who asks meanwhile waits for one portion at most. Default 20: some milliseconds of the store. */
  readonly subjectsPerPortion?: number;
}

/** A portion is followed by so many times its own length in which others have the store to themselves. */
const restsPerPortion = 3;

/** Counts up where there is something new to take stock of. */
const edition = 1;

/**
 * Puts on cards, and counts, what was there before there were cards and counts, and moves cards where properties began or
 * ended to share them. A run does one portion, commits with it how far it came, makes the next one due, and rests before
 * it lets go of its turn; as one runs at a time, all properties together leave the store to others most of the time.
 */
export function createTakeStock(parts: TakeStockParts): JobHandler<'take-stock'> {
  const { store, clock, scopeFor, rest } = parts;
  return async ({ propertyId }, { lease, signal }) => {
    const startedAt = clock.now();
    const basis = `${edition} ${scopeFor(propertyId)}`;
    const known = await store.read((rows) => rows.stock.find(propertyId));
    const before: StockProgress = known?.basis === basis ? known : { basis, step: 'cards', afterNo: 0 };
    if (before.step === 'done') return;
    const portion = await findPortion(parts, propertyId, before);
    await store.transactionUnder(lease, async (rows) => {
      await portion.take(rows);
      await rows.stock.save(propertyId, portion.after);
      if (portion.after.step === 'done') return;
      await rows.jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: housekeeping, runAt: startedAt });
    });
    if (portion.after.step === 'done') return;
    await rest(restsPerPortion * (Date.parse(clock.now()) - Date.parse(startedAt)), signal);
  };
}

interface Portion {
  readonly take: (rows: Rows) => Promise<void>;
  readonly after: StockProgress;
}

async function findPortion(
  { store, clock, bindProfile, scopeFor, subjectsPerPortion = 20 }: TakeStockParts,
  propertyId: string,
  before: StockProgress,
): Promise<Portion> {
  const query = { propertyId, afterNo: before.afterNo, limit: subjectsPerPortion };
  if (before.step === 'cards') {
    const scope = scopeFor(propertyId);
    const { subjects, nextNo } = await store.read((rows) => rows.profiles.listUnbound({ ...query, scope }));
    const take = async (rows: Rows) => {
      for (const subject of subjects) await bindProfile(rows, subject, clock.now());
    };
    return { take, after: toNext(before, nextNo, 'counts') };
  }
  const { screeningIds, nextNo } = await store.read((rows) => rows.statistics.listUncounted(query));
  const take = async (rows: Rows) => {
    for (const screeningId of screeningIds) await countStay(rows, screeningId);
  };
  return { take, after: toNext(before, nextNo, 'done') };
}

function toNext(before: StockProgress, nextNo: number | undefined, then: StockStep): StockProgress {
  return nextNo === undefined ? { ...before, step: then, afterNo: 0 } : { ...before, afterNo: nextNo };
}
