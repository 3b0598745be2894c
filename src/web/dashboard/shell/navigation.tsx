import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { toPageAddress } from '../state/session.ts';
import type { PageEntry } from './pages.ts';

interface NavigationProps {
  readonly pages: readonly PageEntry[];
  readonly current: PageEntry['name'] | undefined;
}

export function Navigation({ pages, current }: NavigationProps) {
  return (
    <nav class="rail" aria-label={t('navigation')}>
      {pages.map(({ name, icon, isSeldom }) => (
        <a
          key={name}
          class={`rail-item${isSeldom === true ? ' rail-seldom' : ''}`}
          href={toPageAddress(name)}
          aria-current={name === current ? 'page' : undefined}
        >
          <Icon name={icon} size={22} />
          <span>{t(`pages.${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
