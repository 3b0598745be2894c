import { StateMark, StateWord } from '../components/state-mark.tsx';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { place, toAddress } from '../state/route.ts';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

/** The same guest's other reservations at this property. */
export function StaysPart({ detail }: { readonly detail: Detail }) {
  const [propertyId = '', page = 'arrivals'] = place.value.parts;
  if (detail.otherStays.length === 0) return null;
  return (
    <Part title={t('parts.otherStays')}>
      <ul class="other-stays">
        {detail.otherStays.map(({ screeningId, arrivalDate, departureDate, reservationId, state }) => (
          <li key={reservationId}>
            <a href={toAddress([propertyId, page, screeningId], place.value.query)}>
              <StateMark state={state} size={18} />
              <span class="numbers">
                {toDayText(arrivalDate, 'full')} – {toDayText(departureDate, 'full')}
              </span>
              <StateWord state={state} />
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
