import type { Stay } from '../api/stays.ts';
import { StateMark } from '../components/state-mark.tsx';
import { t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import { isInGroup, type StateGroup } from '../state/guest-state.ts';
import type { DayRange } from './day-range.ts';

const groups: readonly (readonly [StateGroup, GuestState])[] = [
  ['look', 'review'],
  ['declined', 'declined'],
  ['waiting', 'waiting'],
  ['checking', 'checking'],
  ['fine', 'clear'],
];

interface SummaryLineProps {
  readonly stays: readonly Stay[];
  readonly range: DayRange;
  readonly search: string | undefined;
  readonly group: StateGroup | undefined;
  readonly onChoose: (group: StateGroup | undefined) => void;
}

/** “12 arrive tonight: 9 fine, 2 to look at, 1 waiting for the guest”; each part shows those alone. */
export function SummaryLine({ stays, range, search, group, onChoose }: SummaryLineProps) {
  const states = stays.flatMap(({ guests }) => guests.map(({ state }) => state));
  if (states.length === 0) return null;
  const count = states.length;
  const isTonight = range.from === range.today && range.to === range.today;
  const said =
    search !== undefined
      ? t('search.found', { count })
      : isTonight
        ? t('arrivals.countTonight', { count })
        : t('arrivals.count', { count });
  return (
    <div class="summary" role="group" aria-label={t('arrivals.filter')}>
      <p class="summary-said">{said}</p>
      {groups.map(([name, mark]) => {
        const members = states.filter((state) => isInGroup(state, name));
        if (members.length === 0) return null;
        const shown = members.includes('flagged') ? 'flagged' : mark;
        return (
          <button
            key={name}
            type="button"
            class={`chip chip-${shown}`}
            aria-pressed={group === name}
            onClick={() => onChoose(group === name ? undefined : name)}
          >
            <StateMark state={shown} size={18} />
            {t(`groups.${name}`, { count: members.length })}
          </button>
        );
      })}
    </div>
  );
}
