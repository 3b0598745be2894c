import { toAgeText, toMomentText, toNumberText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { type Connection, toTimeZone } from './connections.ts';

/** How closely a property is followed. */
export function PropertyFacts({ connection }: { readonly connection: Connection }) {
  const { since, sync, apiUrl, propertyId } = connection;
  const { lastEventAt, lastSyncAt, oldestUnsyncedAt, lastSweepAt } = sync;
  const now = Date.now();
  const toAge = (instant: string | null, none: string) => (instant === null ? none : toAgeText(instant, now));
  const never = t('connections.never');
  const facts = [
    [t('connections.facts.since'), toMomentText(since, toTimeZone(propertyId))],
    [t('connections.facts.lastEvent'), toAge(lastEventAt, never)],
    [t('connections.facts.lastSync'), toAge(lastSyncAt, never)],
    [t('connections.facts.oldest'), toAge(oldestUnsyncedAt, t('connections.oldest.none'))],
    [t('connections.facts.sweep'), toAge(lastSweepAt, never)],
    [t('connections.facts.gaps'), toGapText(sync.gaps)],
    [t('connections.facts.place'), new URL(apiUrl).host],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function toGapText({ bySync, bySweep }: Connection['sync']['gaps']): string {
  if (bySync.count + bySweep.count === 0) return t('connections.gaps.none');
  const [syncs, sweeps] = [bySync.count, bySweep.count].map(toNumberText) as [string, string];
  return t('connections.gaps.some', { syncs, sweeps });
}
