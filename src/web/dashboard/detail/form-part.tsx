import { useEffect, useState } from 'preact/hooks';
import { getData, ProblemError } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { t } from '../i18n/texts.ts';
import { changes } from '../state/live.ts';
import { isAtLeast } from '../state/session.ts';
import { AskDialog } from './ask-dialog.tsx';
import type { Detail } from './detail.ts';
import { FormAnswers } from './form-answers.tsx';
import { FormLink } from './form-link.tsx';
import { FormRequests } from './form-requests.tsx';
import { FormStanding } from './form-standing.tsx';
import { FormWithdraw } from './form-withdraw.tsx';
import type { Form, FormProps } from './guest-form.ts';
import { Part } from './part.tsx';

/** The guest's form: how it stands, what the guest wrote and asks for, its link to hand over, and the way to ask for more. */
export function FormPart({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const form = useLoaded(`${detail.id} ${detail.updatedAt}`, (signal) => loadForm(detail.id, signal));
  useEffect(() => {
    if (changes.value > 0) form.reload();
  }, [changes.value]);
  const done = () => {
    form.reload();
    onDone();
  };
  return (
    <Part
      title={t('parts.form')}
      tools={
        detail.state !== 'stopped' && (
          <button type="button" class="button button-small" onClick={() => setAsking(true)}>
            {t('actions.ask')}
          </button>
        )
      }
    >
      {form.data === undefined && <p>{form.isLoading ? t('live.loading') : t('form.none')}</p>}
      {form.data !== undefined && <FormParts screeningId={detail.id} form={form.data} onDone={done} />}
      {isAsking && <AskDialog detail={detail} onClose={() => setAsking(false)} onDone={done} />}
    </Part>
  );
}

function FormParts(props: FormProps) {
  const { screeningId, form, onDone } = props;
  return (
    <div class="form-parts">
      <FormRequests {...props} />
      <FormStanding {...props} />
      <FormAnswers form={form} />
      {form.url !== null && <FormLink screeningId={screeningId} url={form.url} mail={form.mail} onChange={onDone} />}
      {form.state === 'open' && isAtLeast('reviewer') && <FormWithdraw screeningId={screeningId} onDone={onDone} />}
    </div>
  );
}

/** That there is none is no failure. */
async function loadForm(id: string, signal: AbortSignal): Promise<Form | undefined> {
  try {
    return await getData(client.GET('/api/v1/screenings/{id}/form', { params: { path: { id } }, signal }));
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return undefined;
    throw error;
  }
}
