import { useState } from 'preact/hooks';
import { getData, ProblemError, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { t } from '../i18n/texts.ts';
import { AskDialog } from './ask-dialog.tsx';
import { FormLink } from './form-link.tsx';
import type { Detail } from './detail.ts';
import { Part } from './part.tsx';

export type Form = Schema<'GuestForm'>;

/** The guest's form: whether it is open, its link to hand over, and the way to ask for more. */
export function FormPart({ detail, onDone }: { readonly detail: Detail; readonly onDone: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const form = useLoaded(`${detail.id} ${detail.updatedAt}`, (signal) => loadForm(detail.id, signal));
  const state = form.data?.state ?? 'none';
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
      <p>{form.data === undefined && form.isLoading ? t('live.loading') : t(`form.${state}`)}</p>
      {form.data?.delivery.state === 'refused' && <p class="pms-refused">{t('form.refused')}</p>}
      {form.data?.url != null && (
        <FormLink screeningId={detail.id} url={form.data.url} mail={form.data.mail} onMailed={done} />
      )}
      {isAsking && <AskDialog detail={detail} onClose={() => setAsking(false)} onDone={done} />}
    </Part>
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
