import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/texts.ts';
import { HelpDialog } from '../keys/help-dialog.tsx';
import { useKeys } from '../keys/keys.ts';
import { followLive, stopFollowing } from '../state/live.ts';
import { lastProperty } from '../state/preferences.ts';
import { go, place, toAddress } from '../state/route.ts';
import { property } from '../state/session.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { listOpenPages } from './pages.ts';
import { TopBar } from './top-bar.tsx';

/** Everything around a page, for whoever is signed in. */
export function Shell() {
  const [isHelping, setHelping] = useState(false);
  const open = listOpenPages();
  const current = open.find(({ name }) => name === place.value.parts[1]) ?? open[0];
  const propertyId = property.value?.id;
  useEffect(() => {
    if (propertyId === undefined) return;
    lastProperty.write(propertyId);
    followLive(propertyId);
    return stopFollowing;
  }, [propertyId]);
  useEffect(() => {
    if (current !== undefined) document.title = `${t(`pages.${current.name}`)} · ${property.value?.name ?? t('name')}`;
  });
  const goTo = (index: number) => {
    const page = open[index];
    if (page !== undefined && propertyId !== undefined) go(toAddress([propertyId, page.name]));
  };
  useKeys({
    '?': () => setHelping(true),
    '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
    ...Object.fromEntries(open.map((_, index) => [String(index + 1), () => goTo(index)])),
  });
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={skipToMain}>
        {t('actions.skip')}
      </a>
      <TopBar onHelp={() => setHelping(true)} />
      <Navigation pages={open} current={current?.name} />
      <main id="main" tabIndex={-1}>
        <ConnectionBanner />
        {propertyId === undefined ? (
          <p class="empty">{t('noProperty')}</p>
        ) : (
          current !== undefined && <current.Page key={propertyId} />
        )}
      </main>
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
    </div>
  );
}

/** The address behind the `#` is ours, so the browser cannot be left to jump. */
function skipToMain(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
