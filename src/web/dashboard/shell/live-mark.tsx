import { t } from '../i18n/texts.ts';
import { connection } from '../state/live.ts';
import { property } from '../state/session.ts';

/** Whether what stands on the page is what is so now. */
export function LiveMark() {
  const state = connection.value;
  // Before a property is connected there is nothing to follow.
  if (property.value === undefined) return null;
  return (
    <p class={`live live-${state}`} role="status">
      <span class="live-dot" aria-hidden="true" />
      <span class="live-word">{t(`live.${state}`)}</span>
    </p>
  );
}
