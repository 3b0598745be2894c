import type { ComponentChildren } from 'preact';
import { t } from '../i18n/texts.ts';

interface SplitProps {
  readonly list: ComponentChildren;
  readonly detail: ComponentChildren | undefined;
}

/** A list with what is chosen in it beside it; where there is no room, in its place. */
export function Split({ list, detail }: SplitProps) {
  return (
    <div class={`split${detail === undefined ? '' : ' split-open'}`}>
      <div class="split-list">{list}</div>
      <div class="split-detail">{detail ?? <p class="empty split-hint">{t('arrivals.choose')}</p>}</div>
    </div>
  );
}
