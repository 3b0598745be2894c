import type { GuestRow, Stay } from '../api/stays.ts';
import { StateMark, StateWord } from '../components/state-mark.tsx';
import { t } from '../i18n/texts.ts';
import { place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { toWhyText } from './why-text.ts';

/** One reservation: a row, or several that belong together. */
export function StayRows({ stay, chosen }: { readonly stay: Stay; readonly chosen: string | undefined }) {
  const { guests, reservationId } = stay;
  const isParty = guests.length > 1;
  return (
    <li class={`stay${isParty ? ' stay-party' : ''}`}>
      {isParty && (
        <p class="stay-head">
          {t('arrivals.party', { count: guests.length })} · <span class="numbers">{reservationId}</span>
        </p>
      )}
      <ul>
        {guests.map((guest) => (
          <li key={guest.screening.guestId}>
            <Row guest={guest} isParty={isParty} isChosen={guest.screeningId === chosen} />
          </li>
        ))}
      </ul>
    </li>
  );
}

interface RowProps {
  readonly guest: GuestRow;
  readonly isParty: boolean;
  readonly isChosen: boolean;
}

function Row({ guest, isParty, isChosen }: RowProps) {
  const { screeningId, name, state, screening, board } = guest;
  const [, page = 'arrivals'] = place.value.parts;
  return (
    <a
      class={`row row-${state}`}
      href={toAddress([property.value?.id ?? '', page, screeningId], place.value.query)}
      aria-current={isChosen ? 'true' : undefined}
      data-screening={screeningId}
    >
      <StateMark state={state} size={32} />
      <span class="row-who">
        <span class="row-name" dir="auto">
          {name === '' ? t('guest.nameless') : name}
        </span>
        <span class="row-why">{toWhyText(screening, board?.procedure)}</span>
      </span>
      <span class="row-state">
        <StateWord state={state} />
        {!isParty && <span class="small faint numbers">{screening.reservationId}</span>}
      </span>
    </a>
  );
}
