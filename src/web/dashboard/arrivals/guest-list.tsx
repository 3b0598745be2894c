import { useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import type { Stay } from '../api/stays.ts';
import type { Loaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { isInGroup, type StateGroup } from '../state/guest-state.ts';
import { place } from '../state/route.ts';
import type { DayRange } from './day-range.ts';
import { StayRows } from './stay-rows.tsx';
import { SummaryLine } from './summary-line.tsx';
import { useRowKeys } from './use-row-keys.ts';

interface GuestListProps {
  readonly stays: Loaded<readonly Stay[]>;
  readonly range: DayRange;
  readonly search: string | undefined;
}

export function GuestList({ stays, range, search }: GuestListProps) {
  const [group, setGroup] = useState<StateGroup>();
  useRowKeys();
  if (stays.data === undefined) {
    if (stays.error === undefined) return <Skeleton rows={8} />;
    return <Failure text={toFailureText(stays.error)} onRetry={stays.reload} />;
  }
  const shown = filter(stays.data, group);
  const byDay = Map.groupBy(shown, ({ arrivalDate }) => arrivalDate);
  const hasHeadings = search !== undefined || range.from !== range.to;
  return (
    <>
      {stays.error !== undefined && <Failure text={toFailureText(stays.error)} onRetry={stays.reload} />}
      <SummaryLine stays={stays.data} range={range} search={search} group={group} onChoose={setGroup} />
      {shown.length === 0 && <Empty search={search} isFiltered={stays.data.length > 0} />}
      {[...byDay].map(([day, ofDay]) => (
        <section key={day} class="day">
          {hasHeadings && <h2 class="day-title">{toDayText(day, 'long')}</h2>}
          <ul class="stays">
            {ofDay.map((stay) => (
              <StayRows key={stay.reservationId} stay={stay} chosen={place.value.parts[2]} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** A reservation stays whole: whoever travels along says something too. */
function filter(stays: readonly Stay[], group: StateGroup | undefined): readonly Stay[] {
  if (group === undefined) return stays;
  return stays.filter(({ guests }) => guests.some(({ state }) => isInGroup(state, group)));
}

function Empty({ search, isFiltered }: { readonly search: string | undefined; readonly isFiltered: boolean }) {
  const text = search !== undefined ? t('search.nothing') : isFiltered ? t('arrivals.noneSo') : t('arrivals.none');
  return <p class="empty">{text}</p>;
}
