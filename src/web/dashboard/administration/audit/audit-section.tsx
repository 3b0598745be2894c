import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { Icon } from '../../components/icon.tsx';
import { toMomentText } from '../../i18n/formats.ts';
import { t } from '../../i18n/texts.ts';
import { property, toPageAddress } from '../../state/session.ts';
import { PagedList } from '../paged-list.tsx';
import { usePages } from '../use-pages.ts';
import { toPlaceText } from '../users/users.ts';
import { toActText } from './acts.ts';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditChoice, noChoice, toAuditQuery } from './audit-choice.ts';

type Entry = Schema<'AuditEntry'>;

/** Who did what and when, newest first. It names no guest. */
export function AuditSection() {
  const [choice, setChoice] = useState<AuditChoice>(noChoice);
  const timeZone = property.value?.timeZone ?? 'UTC';
  const query = toAuditQuery(choice, timeZone);
  const pages = usePages<Entry>(JSON.stringify(query), (cursor, signal) =>
    getData(
      client.GET('/api/v1/audit', { params: { query: { ...query, limit: 50, ...(cursor && { cursor }) } }, signal }),
    ),
  );
  return (
    <section class="card" aria-label={t('administration.audit.title')}>
      <p class="faint">{t('administration.audit.means')}</p>
      <AuditFilters choice={choice} onChange={setChoice} />
      <p>
        <a class="button button-small" href={toFileAddress(query)} download>
          <Icon name="save" />
          {t('actions.saveCsv')}
        </a>
      </p>
      <PagedList
        pages={pages}
        empty={t('administration.audit.none')}
        toKey={({ id }) => id}
        render={(entry) => <EntryLine entry={entry} timeZone={timeZone} />}
      />
    </section>
  );
}

/** Of all entries that were chosen, whatever is shown of them. */
function toFileAddress(query: ReturnType<typeof toAuditQuery>): string {
  const search = new URLSearchParams(query).toString();
  return `/api/v1/audit.csv${search === '' ? '' : `?${search}`}`;
}

function EntryLine({ entry, timeZone }: { readonly entry: Entry; readonly timeZone: string }) {
  const { at, action, actorKind, actorName, propertyId, address } = entry;
  const who = actorKind === 'user' || actorKind === 'token' ? actorName : t(`administration.audit.actors.${actorKind}`);
  const facts = [
    actorKind === 'token' && t('administration.audit.actors.token'),
    propertyId !== null && toPlaceText(propertyId),
    address !== null && t('administration.audit.from', { address }),
  ].filter((fact) => fact !== false);
  const object = toObjectAddress(entry);
  return (
    <>
      <div class="line-main">
        <p>
          <strong dir="auto">{who}</strong> ·{' '}
          {object === undefined ? toActText(action) : <a href={object}>{toActText(action)}</a>}
        </p>
        <p class="small faint">{facts.join(' · ')}</p>
      </div>
      <p class="small faint numbers">{toMomentText(at, timeZone)}</p>
    </>
  );
}

const aboutUsers = /User|SecondFactor$|SignInLink$/;
const aboutScreenings = /Screening$|rescreen|Form|GuestNote|Match$|Dismissal$|Verification$/;

/** Where what it was done to can be looked at, where there is such a page. */
function toObjectAddress({ action, objectId, propertyId }: Entry): string | undefined {
  if (objectId === null || action.startsWith('remove')) return undefined;
  if (aboutUsers.test(action)) return toPageAddress('administration', 'users', objectId);
  const isHere = propertyId !== null && propertyId === property.value?.id;
  return isHere && aboutScreenings.test(action) ? toPageAddress('arrivals', objectId) : undefined;
}
