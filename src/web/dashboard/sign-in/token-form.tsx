import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import type { SignedIn } from './signed-in.ts';

/** For the first sign-in, before there are users. */
export function TokenForm({ onSignedIn }: { readonly onSignedIn: (answer: SignedIn) => Promise<void> }) {
  const [adminToken, setAdminToken] = useState('');
  const send = async () =>
    onSignedIn(await getData(client.POST('/api/v1/session', { body: { adminToken: adminToken.trim() } })));
  return (
    <ActionForm submit={t('signIn.submit')} onSubmit={send} isReady={adminToken.trim() !== ''}>
      <Field
        label={t('signIn.token')}
        hint={t('signIn.tokenHint')}
        value={adminToken}
        onChange={setAdminToken}
        input={{ type: 'password', autoComplete: 'off', autofocus: true, required: true }}
      />
    </ActionForm>
  );
}
