import type { Detail } from '../detail/detail.ts';
import { toCountryText, toDayText, toWholeMomentText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { me, property } from '../state/session.ts';
import { RecordScreening } from './record-screening.tsx';

/** Times have their year and seconds: it is read long after. */
export function RecordDocument({ screenings }: { readonly screenings: readonly Detail[] }) {
  const [newest] = screenings;
  if (newest === undefined) return null;
  const { reservationId, arrivalDate, departureDate } = newest;
  const timeZone = property.value?.timeZone ?? 'UTC';
  return (
    <article class="card record">
      <header>
        <p class="faint">{property.value?.name}</p>
        <h1>{t('record.title')}</h1>
        <p>
          <strong dir="auto">{newest.guestName === '' ? t('guest.nameless') : newest.guestName}</strong> ·{' '}
          {toDayText(arrivalDate, 'full')} – {toDayText(departureDate, 'full')} ·{' '}
          {t('guest.reservation', { id: reservationId })}
        </p>
      </header>
      <GuestFacts detail={newest} />
      {screenings.map((screening) => (
        <RecordScreening key={screening.id} screening={screening} timeZone={timeZone} />
      ))}
      <PmsFacts detail={newest} timeZone={timeZone} />
      <Notes detail={newest} timeZone={timeZone} />
      <Events detail={newest} timeZone={timeZone} />
      <footer class="small faint">
        {t('record.made', { time: toWholeMomentText(new Date().toISOString(), timeZone), name: me.value?.name ?? '' })}{' '}
        · {t('record.timeZone', { zone: timeZone })}
      </footer>
    </article>
  );
}

function GuestFacts({ detail: { guest } }: { readonly detail: Detail }) {
  const said = [
    [t('fields.birthDate'), guest.birthDate && toDayText(guest.birthDate, 'full')],
    [t('fields.country'), guest.country && toCountryText(guest.country)],
    [t('fields.email'), guest.email],
    [t('fields.phone'), guest.phone ?? guest.cellPhone],
    [t('fields.documentNumber'), guest.documentNumber],
    [t('fields.sourceName'), guest.sourceName],
  ] as const;
  return (
    <dl class="facts">
      {said.map(
        ([label, value]) =>
          value !== undefined &&
          value !== '' && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

interface PartProps {
  readonly detail: Detail;
  readonly timeZone: string;
}

function PmsFacts({ detail: { pms }, timeZone }: PartProps) {
  const time = pms.at === null ? '' : toWholeMomentText(pms.at, timeZone);
  return (
    <section>
      <h2>{t('parts.pms')}</h2>
      <p>{pms.state === 'written' ? t('pms.written', { time }) : t(`pms.${pms.state}`)}</p>
      {pms.fields !== null && (
        <dl class="facts" lang="en" dir="ltr">
          {Object.entries(pms.fields)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name.replaceAll('_', ' ')}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
        </dl>
      )}
      {pms.requestId !== null && <p class="small faint">{t('pms.request', { id: pms.requestId })}</p>}
    </section>
  );
}

function Notes({ detail: { notes }, timeZone }: PartProps) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h2>{t('parts.notes')}</h2>
      <ul class="notes">
        {notes.map(({ id, text, author, createdAt }) => (
          <li key={id}>
            <p dir="auto">{text}</p>
            <p class="small faint">
              {author} · {toWholeMomentText(createdAt, timeZone)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ detail: { timeline }, timeZone }: PartProps) {
  return (
    <section>
      <h2>{t('parts.timeline')}</h2>
      <ol class="timeline record-timeline">
        {timeline.map(({ at, event, actor }, index) => (
          <li key={index}>
            <time class="numbers small faint" dateTime={at}>
              {toWholeMomentText(at, timeZone)}
            </time>
            <span>{findText(`events.${event}`) ?? event.replaceAll('_', ' ')}</span>
            {actor !== 'system' && <span class="small faint">{actor}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
