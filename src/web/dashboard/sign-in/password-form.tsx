import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import type { SignedIn } from './signed-in.ts';

interface PasswordFormProps {
  readonly onSignedIn: (answer: SignedIn) => Promise<void>;
  readonly canReset: boolean;
}

export function PasswordForm({ onSignedIn, canReset }: PasswordFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const send = async () =>
    onSignedIn(await getData(client.POST('/api/v1/session', { body: { email: email.trim(), password } })));
  return (
    <ActionForm
      submit={t('signIn.submit')}
      onSubmit={send}
      isReady={email.trim() !== '' && password !== ''}
      beside={canReset && <ResetButton email={email.trim()} />}
    >
      <Field
        label={t('signIn.email')}
        value={email}
        onChange={setEmail}
        input={{ type: 'email', autoComplete: 'username', autofocus: true, required: true }}
      />
      <Field
        label={t('signIn.password')}
        value={password}
        onChange={setPassword}
        input={{ type: 'password', autoComplete: 'current-password', required: true }}
      />
    </ActionForm>
  );
}

/** The answer is the same whether there is such an account or not. */
function ResetButton({ email }: { readonly email: string }) {
  const { isRunning, failure, run } = useAction();
  const [isSent, setSent] = useState(false);
  const ask = () =>
    run(async () => {
      await getData(client.POST('/api/v1/session/forgotten-password', { body: { email } }));
      setSent(true);
    });
  if (isSent) return <p role="status">{t('signIn.resetSent')}</p>;
  return (
    <>
      {failure !== undefined && <p role="alert">{failure}</p>}
      <button type="button" class="button button-plain" disabled={email === '' || isRunning} onClick={() => void ask()}>
        {t('signIn.forgotten')}
      </button>
    </>
  );
}
