import type { ComponentChildren } from 'preact';
import { t } from '../i18n/texts.ts';
import { property } from '../state/session.ts';

interface SplitProps {
  readonly list: ComponentChildren;
  readonly detail: ComponentChildren | undefined;
  /** Stands where the detail will be. */
  readonly hint?: string;
}

/** A list with what is chosen in it beside it; where there is no room, in its place. */
export function Split({ list, detail, hint = t('arrivals.choose') }: SplitProps) {
  return (
    <div class={`split${detail === undefined ? '' : ' split-open'}`}>
      {detail !== undefined && <h1 class="unseen split-heading">{property.value?.name}</h1>}
      <div class="split-list">{list}</div>
      <div class="split-detail">{detail ?? <p class="empty split-hint">{hint}</p>}</div>
    </div>
  );
}
