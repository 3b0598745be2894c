import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { goToScreening } from './go-to-screening.ts';
import type { Detail } from './detail.ts';

interface RescreenDialogProps {
  readonly detail: Detail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function RescreenDialog({ detail, onClose, onDone }: RescreenDialogProps) {
  const send = async () => {
    const path = '/api/v1/screenings/{id}/rescreen';
    const { id } = await getData(client.POST(path, { params: { path: { id: detail.id } }, body: {} }));
    announce(t('rescreen.done'));
    onClose();
    onDone();
    goToScreening(id);
  };
  return (
    <Dialog title={t('rescreen.title', { name: detail.guestName })} onClose={onClose}>
      <ActionForm submit={t('actions.rescreen')} onSubmit={send}>
        <p>{t('rescreen.means')}</p>
      </ActionForm>
    </Dialog>
  );
}
