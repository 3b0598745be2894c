import { t } from '../i18n/texts.ts';
import { connection } from '../state/live.ts';

/** Whether what stands on the page is what is so now. */
export function LiveMark() {
  const state = connection.value;
  return (
    <p class={`live live-${state}`} role="status">
      <span class="live-dot" aria-hidden="true" />
      <span class="live-word">{t(`live.${state}`)}</span>
    </p>
  );
}
