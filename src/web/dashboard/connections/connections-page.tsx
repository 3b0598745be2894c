import { useEffect } from 'preact/hooks';
import '../styles/administration.css';
import './connections.css';
import { t } from '../i18n/texts.ts';
import { place, toAddress } from '../state/route.ts';
import { mayConnect } from './connections.ts';
import { HealthSection } from './health-section.tsx';
import { PropertiesSection } from './properties-section.tsx';
import { takeWayBack } from './way-back.ts';

/** What opens the PMS for each property, how closely each is followed, and whether everything else works. */
export function ConnectionsPage() {
  useEffect(takeWayBack, [place.value]);
  // The health check looks at all properties at once.
  const tabs = mayConnect() ? (['properties', 'health'] as const) : (['properties'] as const);
  const current = tabs.find((name) => name === place.value.parts[2]) ?? 'properties';
  return (
    <div class="page">
      <header class="range">
        <div>
          <h1>{t('connections.title')}</h1>
          <p class="faint">{t('connections.means')}</p>
        </div>
      </header>
      {tabs.length > 1 && (
        <nav class="tabs" aria-label={t('connections.sections')}>
          {tabs.map((name) => (
            <a
              key={name}
              class="tab"
              href={toAddress([place.value.parts[0] ?? '-', 'connections', name])}
              aria-current={name === current ? 'page' : undefined}
            >
              {t(`connections.tabs.${name}`)}
            </a>
          ))}
        </nav>
      )}
      {current === 'health' ? <HealthSection /> : <PropertiesSection />}
    </div>
  );
}
