import { readAppState } from './app-state.ts';
import type { KeyRecord } from './records.ts';
import type { WorldState } from './world-state.ts';

const letters = 36;

export function drawSecret(state: WorldState, prefix: string): string {
  return `${prefix}${Array.from({ length: 32 }, () => state.random.integer(0, letters - 1).toString(letters)).join('')}`;
}

/** As it came. */
export interface GivenKey {
  readonly text: string;
  /** In `Authorization`, not in `x-api-key`. */
  readonly isBearer: boolean;
}

/** A key or token as it is now: absent where it never was, is over, or opens nothing any more. */
export function findKey(state: WorldState, { text, isBearer }: GivenKey): KeyRecord | undefined {
  const record = state.apiKeys.get(text);
  if (record === undefined || (record.expiresAtMs ?? Infinity) <= state.nowMs()) return undefined;
  if (record.expiresAtMs !== undefined && !isBearer) return undefined;
  const open = [...record.propertyIds].filter((id) => readAppState(state, id, record.clientId) !== 'disabled');
  return open.length === 0 ? undefined : { ...record, propertyIds: new Set(open) };
}
