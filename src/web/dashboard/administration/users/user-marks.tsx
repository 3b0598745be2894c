import { t } from '../../i18n/texts.ts';
import type { User } from './users.ts';

const looks = { invited: 'pill-open', active: 'pill-good', disabled: 'pill-bad' } as const;

/** Whether somebody can sign in, and what keeps them from it. */
export function UserMarks({ user: { state, lockedUntil, hasSecondFactor } }: { readonly user: User }) {
  return (
    <span class="marks">
      <span class={`pill ${looks[state]}`}>{t(`administration.users.states.${state}`)}</span>
      {lockedUntil !== null && <span class="pill pill-bad">{t('administration.users.locked')}</span>}
      {hasSecondFactor && <span class="pill">{t('administration.users.secondFactor')}</span>}
    </span>
  );
}
