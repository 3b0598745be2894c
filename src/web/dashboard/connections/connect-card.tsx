import { Card } from '../components/card.tsx';
import { t } from '../i18n/texts.ts';

interface ConnectCardProps {
  readonly startPath: string | null;
  /** Absent for whoever may not connect more. */
  readonly onGiveKey: (() => void) | undefined;
}

/** The ways to connect more properties. */
export function ConnectCard({ startPath, onGiveKey }: ConnectCardProps) {
  return (
    <Card title={t('connections.add.title')}>
      {onGiveKey === undefined ? (
        <p class="hint">{t('connections.noWay')}</p>
      ) : (
        <div class="ways">
          <section>
            <h3>{t('connections.add.keyTitle')}</h3>
            <p class="hint">{t('connections.add.keyMeans')}</p>
            <button type="button" class="button button-main" onClick={onGiveKey}>
              {t('connections.add.keyDo')}
            </button>
          </section>
          <section>
            <h3>{t('connections.add.appTitle')}</h3>
            {startPath === null ? <HowToHaveApp /> : <WayToApp startPath={startPath} />}
          </section>
        </div>
      )}
    </Card>
  );
}

function WayToApp({ startPath }: { readonly startPath: string }) {
  return (
    <>
      <p class="hint">{t('connections.add.appMeans')}</p>
      <a class="button button-main" href={startPath}>
        {t('connections.add.appDo')}
      </a>
    </>
  );
}

function HowToHaveApp() {
  return (
    <>
      <p class="hint">{t('connections.add.appOff')}</p>
      <p class="secret" dir="ltr">
        {`${location.origin}/connect/cloudbeds/callback`}
      </p>
    </>
  );
}
