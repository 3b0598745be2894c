import { useEffect } from 'preact/hooks';
import { AlertStrip } from '../alerts/alert-strip.tsx';
import { useLoaded } from '../api/use-loaded.ts';
import { loadArrivals, loadFound, type Stay } from '../api/stays.ts';
import { followToNewest } from '../detail/follow-subject.ts';
import { GuestDetail } from '../detail/guest-detail.tsx';
import { Split } from '../shell/split.tsx';
import { changes } from '../state/live.ts';
import { place } from '../state/route.ts';
import { settledSearch } from '../state/search.ts';
import { property } from '../state/session.ts';
import { today } from '../state/today.ts';
import { type DayRange, readRange } from './day-range.ts';
import { GuestList } from './guest-list.tsx';
import { RangeBar } from './range-bar.tsx';
import { announceChanges } from './announce-changes.ts';

/** Who arrives, those who need somebody first; while somebody searches, whom they look for. */
export function ArrivalsPage() {
  const here = property.value;
  const range = readRange(place.value.query, today.value);
  const search = settledSearch.value === '' ? undefined : settledSearch.value;
  const key = JSON.stringify(search === undefined ? [here?.id, range.from, range.to] : [here?.id, search]);
  const propertyId = here?.id ?? '';
  const stays = useLoaded(key, (signal) =>
    search === undefined
      ? loadArrivals({ propertyId, from: range.from, to: range.to }, signal)
      : loadFound({ propertyId, search }, signal),
  );
  useEffect(() => {
    if (changes.value > 0) stays.reload();
  }, [changes.value]);
  useEffect(() => {
    announceChanges(key, stays.data);
    followToNewest(stays.data);
  }, [stays.data]);
  const chosen = place.value.parts[2];
  return (
    <Split
      list={<List range={range} stays={stays} search={search} />}
      detail={chosen === undefined ? undefined : <GuestDetail key={chosen} screeningId={chosen} />}
    />
  );
}

interface ListProps {
  readonly range: DayRange;
  readonly search: string | undefined;
  readonly stays: ReturnType<typeof useLoaded<readonly Stay[]>>;
}

function List({ range, search, stays }: ListProps) {
  return (
    <>
      <AlertStrip />
      <RangeBar range={range} search={search} />
      <GuestList stays={stays} range={range} search={search} />
    </>
  );
}
