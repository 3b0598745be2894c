import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { property } from '../state/session.ts';
import type { Detail } from './guest-detail.tsx';
import { Part } from './part.tsx';

/** Whether the PMS already says what stands here. */
export function PmsPart({ detail }: { readonly detail: Detail }) {
  const { state, at } = detail.writeBack;
  const time = at === null ? '' : toMomentText(at, property.value?.timeZone ?? 'UTC');
  return (
    <Part title={t('parts.pms')}>
      <p class={`pms pms-${state}`}>
        <Icon name={state === 'written' ? 'check' : state === 'refused' ? 'close' : 'again'} />
        {state === 'written' ? t('pms.written', { time }) : t(`pms.${state}`)}
      </p>
    </Part>
  );
}
