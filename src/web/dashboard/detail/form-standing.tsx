import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { Failure } from '../components/failure.tsx';
import { Icon } from '../components/icon.tsx';
import { toMomentText } from '../i18n/formats.ts';
import { findText, t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { property } from '../state/session.ts';
import type { Form, FormProps } from './guest-form.ts';

type Delivery = Schema<'FormDelivery'>;

/** Whether the form was sent and by whom, and whether the PMS has it; where it refused something, why, and the way to try again. */
export function FormStanding({ screeningId, form, onDone }: FormProps) {
  const { isRunning, failure, run } = useAction();
  const path = '/api/v1/screenings/{id}/form/retry';
  const send = () => getData(client.POST(path, { params: { path: { id: screeningId } }, body: {} }));
  const retry = async () => {
    if (!(await run(send))) return;
    announce(t('pms.pending'));
    onDone();
  };
  const companions = form.companions.filter(({ state }) => state !== 'closed');
  const isRefused = [form, ...companions].some(({ delivery }) => delivery.state === 'refused');
  return (
    <>
      <p>{toStateText(form)}</p>
      {form.submittedAt !== null && <p class="small faint">{toSentText(form, form.submittedAt)}</p>}
      <DeliveryText delivery={form.delivery} />
      {companions.length > 0 && (
        <>
          <p class="small faint">{t('form.party')}</p>
          <ul class="form-party">
            {companions.map(({ id, name, state, delivery }) => (
              <li key={id}>
                <bdi>{name}</bdi> · {t(`form.partyState.${state === 'open' ? 'open' : 'submitted'}`)}
                {delivery.state === 'refused' && <DeliveryText delivery={delivery} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {isRefused && (
        <div class="actions actions-start">
          <button type="button" class="button button-small" disabled={isRunning} onClick={() => void retry()}>
            <Icon name="again" size={18} />
            {t('form.retry')}
          </button>
        </div>
      )}
      {failure !== undefined && <Failure text={failure} />}
    </>
  );
}

function DeliveryText({ delivery: { state, at, refusal } }: { readonly delivery: Delivery }) {
  if (state === 'none') return null;
  if (state === 'refused') {
    const why = findText(`form.refusedWhy.${refusal ?? 'other'}`) ?? t('form.refusedWhy.other');
    return (
      <p class="pms-refused">
        {t('form.refused')} {why}
      </p>
    );
  }
  const isWritten = state === 'sent' && at !== null;
  return (
    <p class={`pms pms-${isWritten ? 'written' : 'pending'}`}>
      <Icon name={isWritten ? 'check' : 'again'} />
      {isWritten ? t('pms.written', { time: toMoment(at) }) : t('pms.pending')}
    </p>
  );
}

function toStateText({ state, submittedAt }: Form): string {
  return state === 'open' && submittedAt !== null ? t('form.correcting') : t(`form.${state}`);
}

function toSentText({ completedBy }: Form, submittedAt: string): string {
  const at = toMoment(submittedAt);
  if (completedBy === null || completedBy === 'guest') return t('form.sentByGuest', { at });
  return completedBy === 'booker' ? t('form.sentByBooker', { at }) : t('form.sentByStaff', { at, name: completedBy });
}

function toMoment(instant: string): string {
  return toMomentText(instant, property.value?.timeZone ?? 'UTC');
}
