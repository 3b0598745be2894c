import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Card } from '../components/card.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { noteMe } from '../state/session.ts';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { type BegunFactor, SecondFactorSteps } from './second-factor-steps.tsx';

/** The authenticator: off, being set up, just set up with its recovery codes, or on. */
export function SecondFactorCard({ own }: { readonly own: Schema<'Me'> }) {
  const [begun, setBegun] = useState<BegunFactor>();
  const [codes, setCodes] = useState<readonly string[]>();
  const onConfirmed = (made: readonly string[]) => {
    setBegun(undefined);
    setCodes(made);
    noteMe({ ...own, hasSecondFactor: true });
  };
  const cancel = () => setBegun(undefined);
  return (
    <Card
      title={t('account.factor.title')}
      tools={
        <span class={`pill ${own.hasSecondFactor ? 'pill-good' : ''}`}>
          {t(own.hasSecondFactor ? 'account.factor.on' : 'account.factor.off')}
        </span>
      }
    >
      {codes !== undefined && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      {codes === undefined && begun !== undefined && (
        <SecondFactorSteps begun={begun} onConfirmed={onConfirmed} onCancel={cancel} />
      )}
      {codes === undefined &&
        begun === undefined &&
        (own.hasSecondFactor ? <Removal own={own} /> : <Begin onBegun={setBegun} />)}
    </Card>
  );
}

function Begin({ onBegun }: { readonly onBegun: (begun: BegunFactor) => void }) {
  const [password, setPassword] = useState('');
  const send = async () => onBegun(await getData(client.POST('/api/v1/me/second-factor', { body: { password } })));
  return (
    <ActionForm submit={t('account.factor.begin')} onSubmit={send} isReady={password !== ''}>
      <p>{t('account.factor.beginMeans')}</p>
      <PasswordField label={t('account.password.current')} value={password} onChange={setPassword} />
    </ActionForm>
  );
}

function Removal({ own }: { readonly own: Schema<'Me'> }) {
  const [password, setPassword] = useState('');
  const send = async () => {
    await getData(client.POST('/api/v1/me/second-factor/removal', { body: { password } }));
    announce(t('account.factor.removed'));
    noteMe({ ...own, hasSecondFactor: false });
  };
  return (
    <ActionForm
      submit={t('account.factor.remove')}
      onSubmit={send}
      isReady={password !== ''}
      buttonClass="button-decline"
    >
      <p>{t('account.factor.removeMeans')}</p>
      <PasswordField label={t('account.password.current')} value={password} onChange={setPassword} />
    </ActionForm>
  );
}
