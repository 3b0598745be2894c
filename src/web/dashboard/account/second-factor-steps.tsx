import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Field } from '../components/field.tsx';
import { SecretBox } from '../components/secret-box.tsx';
import { t } from '../i18n/texts.ts';
import { QrCode } from './qr-code.tsx';

export interface BegunFactor {
  /** In base32. */
  readonly secret: string;
  readonly uri: string;
}

interface SecondFactorStepsProps {
  readonly begun: BegunFactor;
  readonly onConfirmed: (recoveryCodes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Scan or type the secret, then prove with a code that it arrived. Until then nothing has changed. */
export function SecondFactorSteps({ begun, onConfirmed, onCancel }: SecondFactorStepsProps) {
  const [code, setCode] = useState('');
  const digits = code.replace(/\s/g, '');
  const send = async () => {
    const path = '/api/v1/me/second-factor/confirmation';
    onConfirmed((await getData(client.POST(path, { body: { code: digits } }))).recoveryCodes);
  };
  return (
    <ActionForm
      submit={t('account.factor.confirm')}
      onSubmit={send}
      isReady={/^\d{6}$/.test(digits)}
      beside={
        <button type="button" class="button" onClick={onCancel}>
          {t('actions.cancel')}
        </button>
      }
    >
      <p>{t('account.factor.scan')}</p>
      <QrCode text={begun.uri} label={t('account.factor.picture')} />
      <p>{t('account.factor.type')}</p>
      <SecretBox label={t('account.factor.secret')} text={begun.secret.match(/.{1,4}/g)?.join(' ') ?? begun.secret} />
      <Field
        label={t('signIn.code')}
        hint={t('account.factor.codeHint')}
        value={code}
        onChange={setCode}
        path="/code"
        input={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 8, required: true, dir: 'ltr' }}
      />
    </ActionForm>
  );
}
