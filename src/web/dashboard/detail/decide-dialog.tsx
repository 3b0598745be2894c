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

interface DecideDialogProps {
  readonly detail: Detail;
  readonly decision: 'approved' | 'declined';
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const approving = [
  'approve.sawDocument',
  'approve.otherPerson',
  'approve.knownGuest',
  'approve.managerAgreed',
] as const;
const declining = ['decline.houseRules', 'decline.listed', 'decline.falseDocument', 'decline.managerDecided'] as const;

/** Button, reason, button: a decision is made by a person, says why, and stands in the PMS afterwards. */
export function DecideDialog({ detail, decision, onClose, onDone }: DecideDialogProps) {
  const [reason, setReason] = useState('');
  const [seen] = useState(detail);
  const keys = decision === 'approved' ? approving : declining;
  const name = detail.guestName;
  const send = async () => {
    const body = { decision, reason: reason.trim() };
    await writeSeen(seen, onDone, (given) =>
      getData(client.POST('/api/v1/screenings/{id}/decision', { ...given, body })),
    );
    announce(t(`decide.${decision}Done`, { name }));
    onClose();
    onDone();
  };
  return (
    <Dialog title={t(`decide.${decision}Title`, { name })} onClose={onClose}>
      <p>{t(`decide.${decision}Means`)}</p>
      <ActionForm
        submit={t(decision === 'approved' ? 'actions.approve' : 'actions.decline')}
        onSubmit={send}
        isReady={reason.trim() !== ''}
        buttonClass={decision === 'approved' ? 'button-main' : 'button-main button-danger'}
        beside={
          <button type="button" class="button" onClick={onClose}>
            {t('actions.cancel')}
          </button>
        }
      >
        <ReasonChoice suggested={keys.map((key) => t(`reasons.${key}`))} value={reason} onChange={setReason} />
      </ActionForm>
    </Dialog>
  );
}
