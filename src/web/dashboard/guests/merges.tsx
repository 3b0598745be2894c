import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Part } from '../detail/part.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { property } from '../state/session.ts';
import { type Profile, undoMerge } from './profiles.ts';

/** Cards that were put into this one; each can be taken out again. */
export function Merges({ profile, onDone }: { readonly profile: Profile; readonly onDone: () => void }) {
  const { isRunning, failure, run } = useAction();
  const { id: propertyId = '', timeZone = 'UTC' } = property.value ?? {};
  if (profile.merges.length === 0) return null;
  const undo = async (mergeId: string, name: string) => {
    if (!(await run(() => undoMerge(propertyId, profile, mergeId)))) return;
    announce(t('guests.undone', { name }));
    onDone();
  };
  return (
    <Part title={t('guests.merges')}>
      {failure !== undefined && <Failure text={failure} />}
      <ul class="lines">
        {profile.merges.map(({ id, name, by, at }) => (
          <li key={id}>
            <span>
              <strong dir="auto">{name}</strong>
              <span class="small faint">
                {' '}
                {by} · {toMomentText(at, timeZone)}
              </span>
            </span>
            <button type="button" class="button button-small" disabled={isRunning} onClick={() => void undo(id, name)}>
              {t('guests.undo')}
            </button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
