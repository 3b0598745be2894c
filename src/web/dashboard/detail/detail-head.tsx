import type { RefObject } from 'preact';
import { StateMark, StateWord } from '../components/state-mark.tsx';
import { toWhyText } from '../arrivals/why-text.ts';
import { countNights } from '../i18n/days.ts';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import type { Detail } from './detail.ts';

interface DetailHeadProps {
  readonly detail: Detail;
  readonly state: GuestState;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

export function DetailHead({ detail, state, heading }: DetailHeadProps) {
  const { guestName, reservationId, arrivalDate, departureDate } = detail;
  return (
    <header class={`detail-head tint-${state}`}>
      <StateMark state={state} size={52} />
      <div>
        <h2 ref={heading} tabIndex={-1} class="detail-name">
          {guestName === '' ? t('guest.nameless') : guestName}
        </h2>
        <p class="detail-state">
          <StateWord state={state} />
          <span>{toWhyText(detail, detail.procedure)}</span>
        </p>
        <p class="numbers detail-stay">
          {toDayText(arrivalDate)} – {toDayText(departureDate)} ·{' '}
          {t('guest.nights', { count: countNights(arrivalDate, departureDate) })} ·{' '}
          {t('guest.reservation', { id: reservationId })}
        </p>
        {detail.assignment !== null && (
          <p class="small faint">{t('assign.now', { name: detail.assignment.assignee })}</p>
        )}
      </div>
    </header>
  );
}
