import { useEffect, useRef, useState } from 'preact/hooks';
import { getData, ProblemError } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { type Loaded, useLoaded } from '../api/use-loaded.ts';
import { Failure } from '../components/failure.tsx';
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
  const form = useForm(detail);
  const { heading, keepFocus } = useKeptFocus(form);
  const done = () => {
    form.reload();
    onDone();
  };
  const donePart = () => {
    keepFocus();
    done();
  };
  return (
    <Part
      title={t('parts.form')}
      heading={heading}
      tools={
        detail.state !== 'stopped' && (
          <button type="button" class="button button-small" onClick={() => setAsking(true)}>
            {t('actions.ask')}
          </button>
        )
      }
    >
      {form.error !== undefined && <Failure text={toFailureText(form.error)} onRetry={form.reload} />}
      {form.data === undefined && form.error === undefined && (
        <p>{form.isLoading ? t('live.loading') : t('form.none')}</p>
      )}
      {form.data !== undefined && <FormParts screeningId={detail.id} form={form.data} onDone={donePart} />}
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

/** Kept while the screening changes, lest what somebody opened closes. */
function useForm({ id, updatedAt }: Detail): Loaded<Form | undefined> {
  const form = useLoaded(id, (signal) => loadForm(id, signal));
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) form.reload();
    isFirst.current = false;
  }, [updatedAt, changes.value]);
  return form;
}

/** A button that is gone once it was pressed leaves the focus to the part's heading. */
function useKeptFocus({ data, error }: Loaded<Form | undefined>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!isAwaited.current) return;
    isAwaited.current = false;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [data, error]);
  const keepFocus = () => {
    isAwaited.current = true;
  };
  return { heading, keepFocus };
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
