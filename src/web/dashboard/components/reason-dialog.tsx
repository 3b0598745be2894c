import { useState } from 'preact/hooks';
import { t } from '../i18n/texts.ts';
import { ActionForm } from './action-form.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './text-area.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly means: string;
  readonly submit: string;
  readonly onSubmit: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
  readonly isOptional?: boolean;
}

/** Asks for a reason before something is done, and says what it will mean. */
export function ReasonDialog({ title, means, submit, onSubmit, onClose, isOptional = false }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{means}</p>
      <ActionForm
        submit={submit}
        onSubmit={() => onSubmit(reason.trim())}
        isReady={isOptional || reason.trim() !== ''}
        beside={
          <button type="button" class="button" onClick={onClose}>
            {t('actions.cancel')}
          </button>
        }
      >
        <TextArea
          label={isOptional ? t('common.reasonOptional') : t('decide.reason')}
          value={reason}
          onChange={setReason}
        />
      </ActionForm>
    </Dialog>
  );
}
