import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Card } from '../components/card.tsx';
import { Failure } from '../components/failure.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { noteMe } from '../state/session.ts';

/** Whether alerts are mailed to somebody who manages a place. Nobody is written to who did not ask for it. */
export function AlertsCard({ own }: { readonly own: Schema<'Me'> }) {
  const ways = useLoaded('ways', () => getData(client.GET('/api/v1/session/ways')));
  const { failure, run } = useAction();
  const change = (wantsAlertMails: boolean) =>
    void run(async () => {
      noteMe(await getData(client.PATCH('/api/v1/me', { body: { wantsAlertMails } })));
      announce(t('account.saved'));
    });
  return (
    <Card title={t('account.alerts.title')}>
      <div class="form">
        <label class="choice">
          <input
            type="checkbox"
            checked={own.wantsAlertMails}
            onChange={(event) => change(event.currentTarget.checked)}
          />
          {t('account.alerts.wants')}
        </label>
        <p class="hint">{t('account.alerts.means')}</p>
        {ways.data?.mail === false && <p class="hint">{t('account.alerts.off')}</p>}
        {failure !== undefined && <Failure text={failure} />}
      </div>
    </Card>
  );
}

/** Alerts are for managers of a place. */
export function isToldOfAlerts({ grants }: Schema<'Me'>): boolean {
  return grants.some(({ role }) => role === 'manager' || role === 'admin');
}
