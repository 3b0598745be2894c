import type { Stay } from '../api/stays.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { GuestState } from '../../../domain/guest-state.ts';

const known: { key?: string; states: ReadonlyMap<string, GuestState> } = { states: new Map() };

/** Says whose state has changed since the same list was last seen. */
export function announceChanges(key: string, stays: readonly Stay[] | undefined): void {
  if (stays === undefined) return;
  const rows = stays.flatMap(({ guests }) => guests);
  const toKey = ({ screening }: (typeof rows)[number]) => `${screening.reservationId} ${screening.guestId}`;
  const changed = rows.filter((row) => known.key === key && known.states.get(toKey(row)) !== row.state);
  known.key = key;
  known.states = new Map(rows.map((row) => [toKey(row), row.state]));
  if (changed.length === 0) return;
  const said = changed.slice(0, 3).map(({ name, state }) => `${name}: ${t(`states.${state}`)}`);
  announce(changed.length > said.length ? t('live.manyChanged', { count: changed.length }) : said.join('. '));
}
