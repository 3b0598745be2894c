import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { property } from '../state/session.ts';

interface FormLinkProps {
  readonly screeningId: string;
  readonly url: string;
  readonly mail: Schema<'GuestForm'>['mail'];
  readonly onChange: () => void;
}

/** Ways to hand the link over: to copy, as a picture for the guest's phone, by mail, or to fill in together. */
export function FormLink({ screeningId, url, mail, onChange }: FormLinkProps) {
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
  const mailIt = async () => {
    const path = '/api/v1/screenings/{id}/form/mail';
    const send = () => getData(client.POST(path, { params: { path: { id: screeningId } }, body: {} }));
    if (!(await run(send))) return;
    announce(t('form.mailing'));
    onChange();
  };
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
        {mail.canBeSent && (
          <button type="button" class="button button-small" disabled={isRunning} onClick={() => void mailIt()}>
            <Icon name="send" size={18} />
            {t('form.mail')}
          </button>
        )}
        <button type="button" class="button button-small" disabled={isRunning} onClick={() => void together()}>
          <Icon name="note" size={18} />
          {t('form.together')}
        </button>
      </div>
      {mail.sentAt !== null && <p class="faint">{t('form.mailedAt', { at: toMoment(mail.sentAt) })}</p>}
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

function toMoment(instant: string): string {
  return toMomentText(instant, property.value?.timeZone ?? 'UTC');
}
