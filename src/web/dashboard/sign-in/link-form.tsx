import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { go } from '../state/route.ts';
import type { SignedIn } from './signed-in.ts';

interface LinkFormProps {
  readonly token: string;
  readonly onSignedIn: (answer: SignedIn) => Promise<void>;
}

/** Sets a password with the link of an invitation or a reset. The link is taken out of the address: it counts once. */
export function LinkForm({ token, onSignedIn }: LinkFormProps) {
  const [password, setPassword] = useState('');
  const send = async () => {
    const answer = await getData(client.POST('/api/v1/session/link', { body: { token, password } }));
    go('#/', { replace: true });
    await onSignedIn(answer);
  };
  return (
    <ActionForm submit={t('signIn.setPassword')} onSubmit={send} isReady={password.length >= 12}>
      <Field
        label={t('signIn.newPassword')}
        hint={t('signIn.newPasswordHint')}
        value={password}
        onChange={setPassword}
        path="/password"
        input={{ type: 'password', autoComplete: 'new-password', autofocus: true, required: true }}
      />
    </ActionForm>
  );
}
