import { useEffect } from 'preact/hooks';
import { Failure } from './components/failure.tsx';
import { t } from './i18n/texts.ts';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { Announcer } from './state/announcer.tsx';
import { loadSession, session } from './state/session.ts';

export function App() {
  useEffect(() => {
    if (session.value.state === 'unknown') void loadSession();
  }, []);
  return (
    <>
      <Announcer />
      <Scene />
    </>
  );
}

function Scene() {
  switch (session.value.state) {
    case 'unknown':
      return <p class="unseen">{t('live.loading')}</p>;
    case 'unreachable':
      return (
        <main class="door">
          <Failure text={t('problems.unreachable')} onRetry={() => void loadSession()} />
        </main>
      );
    case 'signed_out':
      return <SignInPage />;
    case 'signed_in':
      return <Shell />;
  }
}
