import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { property } from '../state/session.ts';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

/** What the PMS was last told, and whether that is what stands here. */
export function PmsPart({ detail }: { readonly detail: Detail }) {
  const { state, at, fields, drift, requestId, isOfThisScreening } = detail.pms;
  const time = at === null ? '' : toMomentText(at, property.value?.timeZone ?? 'UTC');
  return (
    <Part title={t('parts.pms')}>
      <p class={`pms pms-${state}`}>
        <Icon name={state === 'written' ? 'check' : state === 'refused' ? 'close' : 'again'} />
        {state === 'written' ? t('pms.written', { time }) : t(`pms.${state}`)}
      </p>
      {!isOfThisScreening && <p class="faint">{t('pms.otherStay')}</p>}
      {fields !== null && (
        <dl class="facts">
          {Object.entries(fields)
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name}>
                <dt lang="en" dir="auto">
                  {name.replaceAll('_', ' ')}
                </dt>
                <dd lang="en" dir="auto">
                  {value}
                </dd>
              </div>
            ))}
        </dl>
      )}
      {drift.map((one) => (
        <p key={one.field} class="small faint">
          {t(`pms.drift.${one.state}`, { field: toFieldName(one.field) })}
        </p>
      ))}
      {requestId !== null && <p class="small faint">{t('pms.request', { id: requestId })}</p>}
    </Part>
  );
}

/** As staff read it in the PMS: `screening_status` is “Screening status” there. */
function toFieldName(field: string): string {
  return field.replaceAll('_', ' ').replace(/^./, (first) => first.toUpperCase());
}
