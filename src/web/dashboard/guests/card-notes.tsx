import { useState } from 'preact/hooks';
import { ActionForm } from '../components/action-form.tsx';
import { Choice } from '../components/choice.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { TextArea } from '../components/text-area.tsx';
import { Part } from '../detail/part.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { property } from '../state/session.ts';
import { addNote, type NoteKind, type Profile, withdrawNote } from './profiles.ts';

interface CardNotesProps {
  readonly profile: Profile;
  readonly onDone: () => void;
}

/** Notes and warnings about a person; taken back, they stay readable with why. */
export function CardNotes({ profile, onDone }: CardNotesProps) {
  const { id: propertyId = '', timeZone = 'UTC' } = property.value ?? {};
  const [withdrawing, setWithdrawing] = useState<string>();
  const withdraw = async (reason: string) => {
    await withdrawNote({ propertyId, profileId: profile.id, noteId: withdrawing ?? '' }, reason);
    setWithdrawing(undefined);
    onDone();
  };
  return (
    <Part title={t('parts.notes')}>
      <ul class="lines">
        {profile.notes.map(({ id, kind, text, by, at, withdrawn }) => (
          <li key={id}>
            <span>
              {kind === 'warning' && <span class="pill pill-bad">{t('guests.warning')}</span>}{' '}
              <span dir="auto">{text}</span>
              <span class="small faint">
                {' '}
                {by} · {toMomentText(at, timeZone)}
              </span>
              {withdrawn !== null && (
                <span class="small"> {t('guests.withdrawn', { name: withdrawn.by, reason: withdrawn.reason })}</span>
              )}
            </span>
            {withdrawn === null && (
              <button type="button" class="button button-small" onClick={() => setWithdrawing(id)}>
                {t('guests.withdraw')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <NoteForm propertyId={propertyId} profileId={profile.id} onDone={onDone} />
      {withdrawing !== undefined && (
        <ReasonDialog
          title={t('guests.withdraw')}
          means={t('guests.withdrawMeans')}
          submit={t('guests.withdraw')}
          onSubmit={withdraw}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Part>
  );
}

interface NoteFormProps {
  readonly propertyId: string;
  readonly profileId: string;
  readonly onDone: () => void;
}

function NoteForm({ propertyId, profileId, onDone }: NoteFormProps) {
  const [kind, setKind] = useState<NoteKind>('note');
  const [text, setText] = useState('');
  const save = async () => {
    await addNote(propertyId, profileId, { kind, text: text.trim() });
    setText('');
    setKind('note');
    onDone();
  };
  return (
    <ActionForm submit={t('actions.save')} onSubmit={save} isReady={text.trim() !== ''} buttonClass="button-small">
      <Choice
        label={t('guests.noteKind')}
        value={kind}
        options={[
          ['note', t('guests.note')],
          ['warning', t('guests.warningMeans')],
        ]}
        onChange={setKind}
      />
      <TextArea label={t('notes.label')} value={text} onChange={setText} />
    </ActionForm>
  );
}
