import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/texts.ts';
import { HelpDialog } from '../keys/help-dialog.tsx';
import { useKeys } from '../keys/keys.ts';
import { followLive, stopFollowing } from '../state/live.ts';
import { lastProperty } from '../state/preferences.ts';
import { go, place } from '../state/route.ts';
import { property, toPageAddress } from '../state/session.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { listOpenPages } from './pages.ts';
import { RefusalBanner } from './refusal-banner.tsx';
import { TopBar } from './top-bar.tsx';

/** Everything around a page, for whoever is signed in. */
export function Shell() {
  const [isHelping, setHelping] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const open = listOpenPages();
  const walked = open.filter(({ isInMenu }) => isInMenu !== true);
  const propertyId = property.value?.id;
  // Where nothing is connected yet, that is what is to be done.
  const first = propertyId === undefined ? walked.find(({ name }) => name === 'connections') : walked[0];
  const current = open.find(({ name }) => name === place.value.parts[1]) ?? first;
  useEffect(() => {
    if (propertyId === undefined) return;
    lastProperty.write(propertyId);
    followLive(propertyId);
    return stopFollowing;
  }, [propertyId]);
  useEffect(() => {
    if (current !== undefined) document.title = `${t(`pages.${current.name}`)} · ${property.value?.name ?? t('name')}`;
  });
  const [, asked] = place.value.parts;
  useEffect(() => {
    const isElsewhere = current !== undefined && asked !== undefined && asked !== current.name;
    if (!isElsewhere) return;
    // Why somebody was sent to a page that is not theirs.
    setRefusal(place.value.query.problem);
    go(toPageAddress(current.name), { replace: true });
  }, [asked, current?.name]);
  const goTo = (index: number) => {
    const page = walked[index];
    if (page !== undefined) go(toPageAddress(page.name));
  };
  useKeys({
    '?': () => setHelping(true),
    '/': () => document.querySelector<HTMLInputElement>('#search')?.focus(),
    ...Object.fromEntries(walked.map((_, index) => [String(index + 1), () => goTo(index)])),
  });
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={skipToMain}>
        {t('actions.skip')}
      </a>
      <TopBar onHelp={() => setHelping(true)} />
      <Navigation pages={walked} current={current?.name} />
      <main id="main" tabIndex={-1}>
        {refusal === undefined ? (
          <ConnectionBanner />
        ) : (
          <RefusalBanner code={refusal} onClose={() => setRefusal(undefined)} />
        )}
        {current === undefined ? <p class="empty">{t('noProperty')}</p> : <current.Page key={propertyId ?? ''} />}
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
