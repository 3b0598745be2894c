import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { Detail } from './detail.ts';
import { writeSeen } from './write-seen.ts';
import { goToScreening } from './go-to-screening.ts';
import { ReasonChoice } from './reason-choice.tsx';

export interface ListEntry {
  readonly listId: string;
  readonly entryId: string;
}

interface DismissDialogProps {
  readonly detail: Detail;
  readonly entry: ListEntry;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const suggested = ['dismiss.birthDate', 'dismiss.document', 'dismiss.appearance'] as const;

/** Says that a guest is not the person on a list; the guest is screened again without that entry. */
export function DismissDialog({ detail, entry, onClose, onDone }: DismissDialogProps) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [seen] = useState(detail);
  const send = async () => {
    const body = { ...entry, reason: reason.trim(), ...(until !== '' && { until }) };
    const path = '/api/v1/screenings/{id}/not-the-same-person';
    const { id } = await writeSeen(seen, onDone, (given) => getData(client.POST(path, { ...given, body })));
    announce(t('dismiss.done'));
    onClose();
    onDone();
    goToScreening(id);
  };
  return (
    <Dialog title={t('dismiss.title')} onClose={onClose}>
      <p>{t('dismiss.means')}</p>
      <ActionForm submit={t('actions.notTheSame')} onSubmit={send} isReady={reason.trim() !== ''}>
        <ReasonChoice suggested={suggested.map((key) => t(`reasons.${key}`))} value={reason} onChange={setReason} />
        <Field label={t('dismiss.until')} value={until} onChange={setUntil} input={{ type: 'date' }} />
      </ActionForm>
    </Dialog>
  );
}
