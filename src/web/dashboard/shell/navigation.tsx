import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import type { PageEntry } from './pages.ts';

interface NavigationProps {
  readonly pages: readonly PageEntry[];
  readonly current: PageEntry['name'] | undefined;
}

export function Navigation({ pages, current }: NavigationProps) {
  const propertyId = property.value?.id;
  if (propertyId === undefined) return null;
  return (
    <nav class="rail" aria-label={t('navigation')}>
      {pages.map(({ name, icon }) => (
        <a
          key={name}
          class="rail-item"
          href={toAddress([propertyId, name])}
          aria-current={name === current ? 'page' : undefined}
        >
          <Icon name={icon} size={22} />
          <span>{t(`pages.${name}`)}</span>
        </a>
      ))}
    </nav>
  );
}
