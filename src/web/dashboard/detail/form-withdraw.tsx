import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { FormProps } from './guest-form.ts';

/** Has the link lead nowhere, until staff ask again. */
export function FormWithdraw({ screeningId, onDone }: Pick<FormProps, 'screeningId' | 'onDone'>) {
  const { isRunning, failure, run } = useAction();
  const withdraw = async () => {
    const path = '/api/v1/screenings/{id}/form/withdraw';
    const send = () => getData(client.POST(path, { params: { path: { id: screeningId } }, body: {} }));
    if (!(await run(send))) return;
    announce(t('form.withdrawn'));
    onDone();
  };
  return (
    <div class="actions actions-start">
      <button type="button" class="button button-small" disabled={isRunning} onClick={() => void withdraw()}>
        <Icon name="close" size={18} />
        {t('form.withdraw')}
      </button>
      {failure !== undefined && <Failure text={failure} />}
    </div>
  );
}
