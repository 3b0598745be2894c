import { useState } from 'preact/hooks';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { giveKey } from './connections.ts';

interface KeyDialogProps {
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

/** Takes a key, which is never shown again. */
export function KeyDialog({ onClose, onGiven }: KeyDialogProps) {
  const [key, setKey] = useState('');
  const send = async () => {
    const opened = await giveKey(key.trim());
    announce(t('connections.add.keyDone', { count: opened.length }));
    onClose();
    onGiven();
  };
  return (
    <Dialog title={t('connections.add.keyDo')} onClose={onClose}>
      <p>{t('connections.add.keyMeans')}</p>
      <ActionForm submit={t('connections.add.connect')} onSubmit={send} isReady={key.trim() !== ''}>
        <Field
          label={t('connections.add.key')}
          hint={t('connections.add.keyHint')}
          value={key}
          onChange={setKey}
          path="/apiKey"
          input={{
            type: 'password',
            autoComplete: 'off',
            spellcheck: false,
            dir: 'ltr',
            maxLength: 500,
            required: true,
          }}
        />
      </ActionForm>
    </Dialog>
  );
}
