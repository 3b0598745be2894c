import { Icon } from '../components/icon.tsx';
import { toCountryText, toDayText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { isAtLeast } from '../state/session.ts';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

type Guest = Detail['guest'];

/** In the order in which they are read; what is not known, or not for one's role, is left out. */
const facts = [
  ['birthDate', 'day'],
  ['country', 'country'],
  ['email', 'text'],
  ['phone', 'text'],
  ['cellPhone', 'text'],
  ['address', 'text'],
  ['documentType', 'document'],
  ['documentNumber', 'text'],
  ['documentIssuingCountry', 'country'],
  ['documentExpiresOn', 'day'],
  ['sourceName', 'text'],
  ['bookedOn', 'day'],
] as const satisfies readonly (readonly [keyof Guest, 'text' | 'day' | 'country' | 'document'])[];

/** Who the guest is, as far as the PMS and the form say. */
export function GuestPart({ detail }: { readonly detail: Detail }) {
  const { guest } = detail;
  return (
    <Part title={t('parts.guest')}>
      <dl class="facts">
        {facts.map(([name, kind]) => {
          const value = guest[name];
          if (value === undefined || value === '') return null;
          return (
            <div key={name}>
              <dt>{t(`fields.${name}`)}</dt>
              <dd dir="auto">{toShown(value, kind)}</dd>
            </div>
          );
        })}
        {guest.adults + guest.children > 1 && (
          <div>
            <dt>{t('fields.party')}</dt>
            <dd>{t('guest.party', { adults: guest.adults, children: guest.children })}</dd>
          </div>
        )}
      </dl>
      {detail.profileId !== null && isAtLeast('reviewer') && (
        <a class="button button-small part-link" href={toAddress([detail.propertyId, 'guests', detail.profileId])}>
          <Icon name="people" />
          {t('guest.card')}
        </a>
      )}
    </Part>
  );
}

function toShown(value: string, kind: 'text' | 'day' | 'country' | 'document'): string {
  if (kind === 'day') return toDayText(value, 'full');
  if (kind === 'document') return findText(`form.choices.documentType.${value}`) ?? value;
  return kind === 'country' ? toCountryText(value) : value;
}
