import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';

interface FormLinkProps {
  readonly screeningId: string;
  readonly url: string;
}

/** Ways to hand the link over: to copy, as a picture for the guest's phone, or to fill in together. */
export function FormLink({ screeningId, url }: FormLinkProps) {
  const [hasPicture, setPicture] = useState(false);
  const { isRunning, failure, run } = useAction();
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(url);
      announce(t('form.copied'));
    });
  const together = () =>
    run(async () => {
      const path = '/api/v1/screenings/{id}/form/desk-link';
      const link = await getData(client.POST(path, { params: { path: { id: screeningId } }, body: {} }));
      window.open(link.url, '_blank', 'noopener');
    });
  return (
    <div class="form-link">
      <div class="actions actions-start">
        <button type="button" class="button button-small" onClick={() => void copy()}>
          <Icon name="link" size={18} />
          {t('form.copy')}
        </button>
        <button
          type="button"
          class="button button-small"
          aria-expanded={hasPicture}
          onClick={() => setPicture(!hasPicture)}
        >
          {t('form.picture')}
        </button>
        <button type="button" class="button button-small" disabled={isRunning} onClick={() => void together()}>
          <Icon name="note" size={18} />
          {t('form.together')}
        </button>
      </div>
      {failure !== undefined && <Failure text={failure} />}
      {hasPicture && (
        <img
          class="form-picture"
          src={`/api/v1/screenings/${encodeURIComponent(screeningId)}/form/qr`}
          width={220}
          height={220}
          alt={t('form.pictureOf')}
        />
      )}
    </div>
  );
}
