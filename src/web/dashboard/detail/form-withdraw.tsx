import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { FormProps } from './guest-form.ts';

/** Has the link lead nowhere, until staff ask again. */
export function FormWithdraw({ screeningId, onDone }: Pick<FormProps, 'screeningId' | 'onDone'>) {
  const [isAsked, setAsked] = useState(false);
  const withdraw = async () => {
    const path = '/api/v1/screenings/{id}/form/withdraw';
    await getData(client.POST(path, { params: { path: { id: screeningId } }, body: {} }));
    announce(t('form.withdrawn'));
    setAsked(false);
    onDone();
  };
  return (
    <div class="actions actions-start">
      <button type="button" class="button button-small" onClick={() => setAsked(true)}>
        <Icon name="close" size={18} />
        {t('form.withdraw')}
      </button>
      {isAsked && (
        <ConfirmDialog
          title={t('form.withdraw')}
          means={t('form.withdrawMeans')}
          submit={t('form.withdraw')}
          onSubmit={withdraw}
          onClose={() => setAsked(false)}
          isDanger
        />
      )}
    </div>
  );
}
