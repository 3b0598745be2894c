import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { Detail } from './detail.ts';

type Topic = Schema<'FormTopic'>;

interface AskDialogProps {
  readonly detail: Detail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const topics = [
  'birthDate',
  'document',
  'nationality',
  'email',
  'phone',
  'address',
  'names',
] as const satisfies readonly Topic[];

/** Opens the guest's form for what staff want to know besides. */
export function AskDialog({ detail, onClose, onDone }: AskDialogProps) {
  const [chosen, setChosen] = useState<readonly Topic[]>([]);
  const toggle = (topic: Topic) =>
    setChosen(chosen.includes(topic) ? chosen.filter((one) => one !== topic) : [...chosen, topic]);
  const send = async () => {
    const path = '/api/v1/screenings/{id}/form';
    await getData(client.POST(path, { params: { path: { id: detail.id } }, body: { topics: [...chosen] } }));
    announce(t('form.asked'));
    onClose();
    onDone();
  };
  return (
    <Dialog title={t('form.askTitle', { name: detail.guestName })} onClose={onClose}>
      <p>{t('form.askMeans')}</p>
      <ActionForm submit={t('actions.ask')} onSubmit={send}>
        <fieldset class="choices choices-wide">
          <legend class="legend">{t('form.topics')}</legend>
          {topics.map((topic) => (
            <label key={topic} class="choice">
              <input type="checkbox" checked={chosen.includes(topic)} onChange={() => toggle(topic)} />
              {t(`topics.${topic}`)}
            </label>
          ))}
        </fieldset>
      </ActionForm>
    </Dialog>
  );
}
