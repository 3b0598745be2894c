import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Card } from '../components/card.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { me } from '../state/session.ts';
import { PasswordField } from './password-field.tsx';

const shortest = 12;

/** Another password. All other sessions end with it. */
export function PasswordCard() {
  const [currentPassword, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const send = async () => {
    setDone(false);
    await getData(client.POST('/api/v1/me/password', { body: { currentPassword, password } }));
    setCurrent('');
    setPassword('');
    setDone(true);
    announce(t('account.password.done'));
  };
  return (
    <Card title={t('account.password.title')}>
      <ActionForm
        submit={t('account.password.change')}
        onSubmit={send}
        isReady={currentPassword !== '' && password.length >= shortest}
        beside={isDone && <p class="pill pill-good">{t('account.password.done')}</p>}
      >
        <p id="password-rules">{t('account.password.rules')}</p>
        <input type="hidden" name="username" autocomplete="username" value={me.value?.email ?? ''} />
        <div class="fields">
          <PasswordField label={t('account.password.current')} value={currentPassword} onChange={setCurrent} />
          <Field
            label={t('signIn.newPassword')}
            value={password}
            onChange={setPassword}
            path="/password"
            input={{ type: 'password', autoComplete: 'new-password', maxLength: 200, required: true }}
          />
        </div>
      </ActionForm>
    </Card>
  );
}
