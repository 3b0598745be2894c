import { getData, ProblemError } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { isAtLeast, property } from '../state/session.ts';
import type { FormProps } from './guest-form.ts';

/** What the guest asks of people, in the guest's own words, until somebody says that it was seen to. */
export function FormRequests({ screeningId, form, onDone }: FormProps) {
  const { isRunning, failure, run } = useAction();
  if (form.requests.length === 0) return null;
  const attend = async () => {
    const path = '/api/v1/screenings/{id}/form/attend';
    const newestSeenAt = form.requests
      .map(({ at }) => at)
      .sort()
      .at(-1);
    const body = newestSeenAt === undefined ? {} : { newestSeenAt };
    const send = () => getData(client.POST(path, { params: { path: { id: screeningId } }, body }));
    if (!(await run(() => send().catch(showNewer)))) return;
    announce(t('events.request_attended'));
    onDone();
  };
  /** The guest has asked again since: that is shown, and stays to be seen to. */
  const showNewer = (error: unknown): never => {
    if (error instanceof ProblemError && error.code === 'version_conflict') onDone();
    throw error;
  };
  return (
    <div class={form.personAskedAt === null ? 'form-requests' : 'form-requests form-requests-open'}>
      <ul class="notes">
        {form.requests.map(({ kind, text, at }) => (
          <li key={`${kind} ${at}`}>
            <p class="form-asked">{t(kind === 'object' ? 'events.guest_objected' : 'events.person_asked')}</p>
            {text !== null && <p dir="auto">{text}</p>}
            <p class="small faint">{toMomentText(at, property.value?.timeZone ?? 'UTC')}</p>
          </li>
        ))}
      </ul>
      {form.personAskedAt === null && <p class="small faint">{t('events.request_attended')}</p>}
      {form.personAskedAt !== null && isAtLeast('reviewer') && (
        <button type="button" class="button button-small" disabled={isRunning} onClick={() => void attend()}>
          {t('form.attend')}
        </button>
      )}
      {failure !== undefined && <Failure text={failure} />}
    </div>
  );
}
