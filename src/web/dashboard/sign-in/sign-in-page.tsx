import { useEffect, useState } from 'preact/hooks';
import type { operations } from '../../../../openapi/service.generated.ts';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { StateMark } from '../components/state-mark.tsx';
import { findText, t } from '../i18n/texts.ts';
import { LanguageChoice, ThemeChoice } from '../shell/user-menu.tsx';
import { place } from '../state/route.ts';
import { loadSession } from '../state/session.ts';
import { CodeForm } from './code-form.tsx';
import { LinkForm } from './link-form.tsx';
import { PasswordForm } from './password-form.tsx';
import type { SignedIn } from './signed-in.ts';
import { TokenForm } from './token-form.tsx';

type SignInWays = operations['listSignInWays']['responses'][200]['content']['application/json'];
type Way = 'password' | 'token' | 'code' | 'link';

/** The door. Which ways lead through it the service says. */
export function SignInPage() {
  const link = place.value.parts[0] === 'link' ? place.value.parts[1] : undefined;
  const [way, setWay] = useState<Way>(link === undefined ? 'password' : 'link');
  const ways = useLoaded('ways', () => getData(client.GET('/api/v1/session/ways')));
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('name')}`;
  });
  const onSignedIn = async ({ state }: SignedIn) => {
    if (state === 'second_factor_needed') setWay('code');
    else await loadSession();
  };
  const problem = place.value.query.problem;
  return (
    <main class="door">
      <div class="door-card">
        <header class="door-head">
          <StateMark state="clear" size={36} />
          <p>{t('name')}</p>
        </header>
        <h1>{t(way === 'code' ? 'signIn.codeTitle' : way === 'link' ? 'signIn.linkTitle' : 'signIn.title')}</h1>
        {problem !== undefined && (
          <p class="notice notice-error" role="alert">
            {findText(`problems.${problem}`) ?? t('problems.signInFailed')}
          </p>
        )}
        {way === 'password' && <PasswordForm onSignedIn={onSignedIn} canReset={ways.data?.mail === true} />}
        {way === 'token' && <TokenForm onSignedIn={onSignedIn} />}
        {way === 'code' && <CodeForm onSignedIn={onSignedIn} />}
        {way === 'link' && <LinkForm token={link ?? ''} onSignedIn={onSignedIn} />}
        <OtherWays way={way} ways={ways.data} onChoose={setWay} />
      </div>
      <footer class="door-foot">
        <LanguageChoice />
        <ThemeChoice />
      </footer>
    </main>
  );
}

interface OtherWaysProps {
  readonly way: Way;
  readonly ways: SignInWays | undefined;
  readonly onChoose: (way: Way) => void;
}

function OtherWays({ way, ways, onChoose }: OtherWaysProps) {
  return (
    <div class="door-ways">
      {ways?.oidc && way !== 'code' && (
        <a class="button" href={ways.oidc.startPath}>
          {t('signIn.with', { provider: ways.oidc.label })}
        </a>
      )}
      {way === 'password' && ways?.adminToken === true && (
        <button type="button" class="button button-plain" onClick={() => onChoose('token')}>
          {t('signIn.withToken')}
        </button>
      )}
      {way !== 'password' && (
        <button type="button" class="button button-plain" onClick={() => onChoose('password')}>
          {t('signIn.withPassword')}
        </button>
      )}
    </div>
  );
}
