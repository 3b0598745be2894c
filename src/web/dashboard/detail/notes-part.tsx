import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import { property } from '../state/session.ts';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

/** What staff write down about the guest, for all stays. */
export function NotesPart({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  const [text, setText] = useState('');
  useKeys({ n: () => document.querySelector<HTMLTextAreaElement>('#note')?.focus() });
  const save = async () => {
    const body = { text: text.trim() };
    await getData(client.POST('/api/v1/screenings/{id}/notes', { params: { path: { id: detail.id } }, body }));
    setText('');
    onDone();
  };
  return (
    <Part title={t('parts.notes')}>
      <ul class="notes">
        {detail.notes.map((note) => (
          <li key={note.id}>
            <p dir="auto">{note.text}</p>
            <p class="small faint">
              {note.author} · {toMomentText(note.createdAt, property.value?.timeZone ?? 'UTC')}
            </p>
          </li>
        ))}
      </ul>
      <ActionForm
        submit={t('actions.save')}
        onSubmit={save}
        isReady={text.trim() !== ''}
        buttonClass="button-main button-small"
      >
        <label class="unseen" for="note">
          {t('notes.label')}
        </label>
        <textarea
          id="note"
          class="input note-input"
          maxLength={2000}
          placeholder={t('notes.hint')}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </ActionForm>
    </Part>
  );
}
