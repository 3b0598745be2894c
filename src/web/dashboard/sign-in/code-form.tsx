import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import type { SignedIn } from './signed-in.ts';

/** The code of the authenticator, or a recovery code. */
export function CodeForm({ onSignedIn }: { readonly onSignedIn: (answer: SignedIn) => Promise<void> }) {
  const [code, setCode] = useState('');
  const send = async () =>
    onSignedIn(
      await getData(client.POST('/api/v1/session/second-factor', { body: { code: code.replace(/\s/g, '') } })),
    );
  return (
    <ActionForm submit={t('signIn.submit')} onSubmit={send} isReady={code.replace(/\s/g, '').length >= 6}>
      <Field
        label={t('signIn.code')}
        hint={t('signIn.codeHint')}
        value={code}
        onChange={setCode}
        input={{ inputMode: 'numeric', autoComplete: 'one-time-code', autofocus: true, required: true }}
      />
    </ActionForm>
  );
}
