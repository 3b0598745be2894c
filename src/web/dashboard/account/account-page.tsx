import { t } from '../i18n/texts.ts';
import { me } from '../state/session.ts';
import { AlertsCard, isToldOfAlerts } from './alerts-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { YouCard } from './you-card.tsx';

/** What somebody keeps of themselves here. The admin token is nobody, so there is nothing to keep. */
export function AccountPage() {
  const own = me.value;
  return (
    <div class="page page-narrow">
      <header class="range">
        <h1>{t('account.title')}</h1>
      </header>
      {own?.kind === 'user' ? (
        <>
          <YouCard own={own} />
          {isToldOfAlerts(own) && <AlertsCard own={own} />}
          {own.hasPassword ? (
            <>
              <PasswordCard />
              <SecondFactorCard own={own} />
            </>
          ) : (
            <p class="card">{t('account.elsewhere')}</p>
          )}
          <SessionsCard />
        </>
      ) : (
        <p class="empty">{t('account.nobody')}</p>
      )}
    </div>
  );
}
