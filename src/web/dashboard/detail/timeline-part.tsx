import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { isAtLeast, property } from '../state/session.ts';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

/** What happened, newest first. An event that is newer than this page is shown by its code. */
export function TimelinePart({ detail }: { readonly detail: Detail }) {
  const timeZone = property.value?.timeZone ?? 'UTC';
  return (
    <Part
      title={t('parts.timeline')}
      tools={
        isAtLeast('reviewer') && (
          <a class="button button-small" href={toAddress([detail.propertyId, 'record', detail.id])}>
            <Icon name="print" />
            {t('record.open')}
          </a>
        )
      }
    >
      <ol class="timeline">
        {detail.timeline.toReversed().map(({ at, event, actor }, index) => (
          <li key={index}>
            <time class="numbers small faint" dateTime={at}>
              {toMomentText(at, timeZone)}
            </time>
            <span>{findText(`events.${event}`) ?? event.replaceAll('_', ' ')}</span>
            {actor !== 'system' && <span class="small faint">{actor}</span>}
          </li>
        ))}
      </ol>
    </Part>
  );
}
