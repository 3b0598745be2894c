import { Part } from '../detail/part.tsx';
import { toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import type { Profile } from './profiles.ts';

const looks = {
  clear: 'pill-good',
  approved: 'pill-good',
  review: 'pill-open',
  flagged: 'pill-bad',
  declined: 'pill-bad',
};

/** A person's stays, newest first, with what came of each. */
export function CardStays({ profile }: { readonly profile: Profile }) {
  const { stays, staysTotal } = profile;
  return (
    <Part title={t('guests.stays', { count: staysTotal })}>
      <ul class="lines">
        {stays.map((stay) => {
          const { propertyId, reservationId, guestId, arrivalDate, departureDate, screening, source } = stay;
          const outcome = screening?.outcome ?? undefined;
          return (
            <li key={propertyId + reservationId + guestId}>
              <span>
                <a
                  class="numbers"
                  href={toAddress([propertyId, 'arrivals', ...(screening === null ? [] : [screening.id])])}
                >
                  {toDayText(arrivalDate, 'full')} – {toDayText(departureDate, 'full')}
                </a>
                <span class="small faint"> {source}</span>
              </span>
              {outcome !== undefined && <span class={`pill ${looks[outcome]}`}>{t(`states.${outcome}`)}</span>}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
