import type { ProviderManifest, SettingValues } from '../ports/check-provider.ts';
import type { Spend } from '../ports/check-memory.ts';
import type { Instant } from '../domain/subject.ts';
import { monthlyCeilingName } from '../ports/monthly-ceiling.ts';
import type { Store } from '../ports/store.ts';

/** Money put aside for a call before it is made, so that calls at the same time cannot pass the ceiling together. */
export interface Reservation {
  /** The call was not made after all. */
  giveBack(): Promise<void>;
}

export interface SpendingQuestion {
  readonly manifest: ProviderManifest;
  readonly propertyId: string;
  readonly settings: SettingValues;
  readonly now: Instant;
}

const nothing: Reservation = { giveBack: () => Promise.resolve() };

/** `undefined` where the ceiling is reached. What costs nothing is always allowed. */
export async function reserve(store: Store | undefined, question: SpendingQuestion): Promise<Reservation | undefined> {
  const { manifest, propertyId, settings, now } = question;
  if (manifest.cost === undefined || store === undefined) return nothing;
  const { minorUnits } = manifest.cost;
  const spend: Spend = { providerId: manifest.id, propertyId, month: now.slice(0, 7), minorUnits };
  const ceiling = Number(settings[monthlyCeilingName] ?? 0);
  const isReserved = await store.transaction((rows) => rows.spending.reserve(spend, ceiling));
  if (!isReserved) return undefined;
  return { giveBack: () => store.transaction((rows) => rows.spending.giveBack(spend)) };
}
