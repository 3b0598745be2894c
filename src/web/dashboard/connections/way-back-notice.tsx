import { Icon } from '../components/icon.tsx';
import { toListText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import type { Connection } from './connections.ts';
import { type WayBack, wayBack } from './way-back.ts';

/** How the way over a page of the PMS ended, until somebody closes it. */
export function WayBackNotice({ items }: { readonly items: readonly Connection[] | undefined }) {
  const way = wayBack.value;
  if (way === undefined) return null;
  const isProblem = 'problem' in way;
  return (
    <div class={`notice ${isProblem ? 'notice-error' : 'notice-good'}`} role={isProblem ? 'alert' : 'status'}>
      <Icon name={isProblem ? 'attention' : 'check'} />
      <p class="notice-text">{toText(way, items ?? [])}</p>
      <button
        type="button"
        class="button button-plain button-icon"
        aria-label={t('actions.close')}
        onClick={() => {
          wayBack.value = undefined;
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function toText(way: WayBack, items: readonly Connection[]): string {
  if ('problem' in way) return findText(`problems.${way.problem}`) ?? t('connections.wayBack.other');
  const names = items.filter(({ connectionId }) => connectionId === way.connected).map((item) => item.propertyName);
  return names.length === 0
    ? t('connections.wayBack.wait')
    : t('connections.wayBack.done', { names: toListText(names) });
}
