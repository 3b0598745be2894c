import type { GuestRow } from '../api/stays.ts';
import { toWhyText } from '../arrivals/why-text.ts';
import { StateMark, StateWord } from '../components/state-mark.tsx';
import { toAgeText, toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';

export function QueueRow({ guest, isChosen }: { readonly guest: GuestRow; readonly isChosen: boolean }) {
  const { screeningId, name, state, screening, board } = guest;
  return (
    <a
      class={`row row-${state}`}
      href={toAddress([property.value?.id ?? '', 'review', screeningId])}
      aria-current={isChosen ? 'true' : undefined}
      data-screening={screeningId}
    >
      <StateMark state={state} size={32} />
      <span class="row-who">
        <span class="row-name" dir="auto">
          {name === '' ? t('guest.nameless') : name}
        </span>
        <span class="row-why">{toWhyText(screening, board?.procedure)}</span>
        <span class="small faint numbers">
          {t('review.arrives', { day: toDayText(screening.arrivalDate) })} ·{' '}
          {toAgeText(board?.waitingSince ?? screening.updatedAt, Date.now())}
        </span>
      </span>
      <span class="row-state">
        <StateWord state={state} />
        {board?.assignment && <span class="small">{board.assignment.assignee}</span>}
      </span>
    </a>
  );
}
