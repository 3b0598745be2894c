import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { Detail } from './detail.ts';
import { writeSeen } from './write-seen.ts';
import { ReasonChoice } from './reason-choice.tsx';

interface WithdrawDialogProps {
  readonly detail: Detail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const suggested = ['withdraw.trouble', 'withdraw.document'] as const;

/** For a guest who made trouble: nothing that was verified counts any more, and every booking warns. */
export function WithdrawDialog({ detail, onClose, onDone }: WithdrawDialogProps) {
  const [reason, setReason] = useState('');
  const [seen] = useState(detail);
  const send = async () => {
    const path = '/api/v1/screenings/{id}/withdraw-verification';
    const body = { reason: reason.trim() };
    await writeSeen(seen, onDone, (given) => getData(client.POST(path, { ...given, body })));
    announce(t('withdraw.done'));
    onClose();
    onDone();
  };
  return (
    <Dialog title={t('withdraw.title', { name: detail.guestName })} onClose={onClose}>
      <p>{t('withdraw.means')}</p>
      <ActionForm
        submit={t('actions.withdraw')}
        onSubmit={send}
        isReady={reason.trim() !== ''}
        buttonClass="button-main button-danger"
      >
        <ReasonChoice suggested={suggested.map((key) => t(`reasons.${key}`))} value={reason} onChange={setReason} />
      </ActionForm>
    </Dialog>
  );
}
