import { Part } from '../detail/part.tsx';
import { toCountryText, toDayText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import type { Profile } from './profiles.ts';

/** How to reach a person, their papers, and who belongs to them. */
export function CardFacts({ profile }: { readonly profile: Profile }) {
  const { contacts, birthDates, documents, links } = profile;
  return (
    <>
      <Part title={t('parts.guest')}>
        <dl class="facts">
          {birthDates.map(({ value }) => (
            <div key={value}>
              <dt>{t('guests.fields.birthDate')}</dt>
              <dd>{toDayText(value, 'full')}</dd>
            </div>
          ))}
          {contacts.map(({ kind, value, isRelay }) => (
            <div key={kind + value}>
              <dt>{isRelay ? t('guests.relay') : t(`fields.${kind}`)}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
          {documents.map((document, index) => (
            <div key={index}>
              <dt>{t(`guests.documents.${document.state}`)}</dt>
              <dd>{toDocumentText(document)}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {links.length > 0 && (
        <Part title={t('guests.links')}>
          <ul class="lines">
            {links.map(({ id, profileId, name, kind }) => (
              <li key={id}>
                <a href={toAddress([property.value?.id ?? '', 'guests', profileId])}>{name}</a>
                <span>{t(`guests.linkKinds.${kind}`)}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function toDocumentText({ type, number, issuingCountry, expiresOn }: Profile['documents'][number]): string {
  const country = issuingCountry === null ? null : toCountryText(issuingCountry);
  const until = expiresOn === null ? null : toDayText(expiresOn, 'full');
  return [type, number, country, until].filter((part) => part !== null).join(' · ');
}
