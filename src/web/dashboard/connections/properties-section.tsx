import { useState } from 'preact/hooks';
import { toFailureText } from '../api/api.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import { ConnectCard } from './connect-card.tsx';
import { groupByCredential, mayConnect } from './connections.ts';
import { CredentialCard } from './credential-card.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { useConnections } from './use-connections.ts';
import { WayBackNotice } from './way-back-notice.tsx';

/** Each credential with the properties that it opens, and the ways to connect more. */
export function PropertiesSection() {
  const [isGivingKey, setGivingKey] = useState(false);
  const { data, error, reload, follow } = useConnections();
  const ways = {
    startPath: mayConnect() ? (data?.startPath ?? null) : null,
    ...(mayConnect() && { onGiveKey: () => setGivingKey(true) }),
  };
  return (
    <>
      <WayBackNotice items={data?.items} />
      {error !== undefined && <Failure text={toFailureText(error)} onRetry={reload} />}
      {data === undefined && error === undefined && <Skeleton rows={4} />}
      {data?.items.length === 0 && <NothingYet />}
      {groupByCredential(data?.items ?? []).map((credential) => (
        <CredentialCard key={credential[0].connectionId} credential={credential} ways={ways} onDone={follow} />
      ))}
      {data !== undefined && <ConnectCard startPath={data.startPath} onGiveKey={ways.onGiveKey} />}
      {isGivingKey && <KeyDialog onClose={() => setGivingKey(false)} onGiven={follow} />}
    </>
  );
}

function NothingYet() {
  return (
    <div class="empty card">
      <Icon name="link" size={36} />
      <h2>{t('connections.none')}</h2>
      {mayConnect() && <p>{t('connections.noneMeans')}</p>}
    </div>
  );
}
