import { useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Menu } from '../components/menu.tsx';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import type { GuestState } from '../state/guest-state.ts';
import { isAtLeast } from '../state/session.ts';
import { AssignItem } from './assign-item.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import type { Detail } from './detail.ts';
import { RescreenDialog } from './rescreen-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Asking = 'approved' | 'declined' | 'rescreen' | 'withdraw';

interface ActionBarProps {
  readonly detail: Detail;
  readonly state: GuestState;
  readonly onDone: () => void;
}

/** What can be done about a guest, always in reach. */
export function ActionBar({ detail, state, onDone }: ActionBarProps) {
  const [asking, setAsking] = useState<Asking>();
  const isOpen = state !== 'stopped';
  const mayDecide = isOpen && isAtLeast('reviewer');
  const ask =
    (what: Asking, may = mayDecide) =>
    () =>
      may && setAsking(what);
  useKeys({ a: ask('approved'), d: ask('declined'), r: ask('rescreen', isOpen) });
  const done = { detail, onClose: () => setAsking(undefined), onDone };
  if (!isOpen) return null;
  return (
    <footer class="action-bar">
      {mayDecide && (
        <>
          <button type="button" class="button button-approve" onClick={ask('approved')}>
            <Icon name="check" />
            {t('actions.approve')}
          </button>
          <button type="button" class="button button-decline" onClick={ask('declined')}>
            <Icon name="hand" />
            {t('actions.decline')}
          </button>
        </>
      )}
      <Menu label={t('actions.more')} face={<Icon name="more" />} opens="above" buttonClass="button button-icon">
        <button type="button" class="menu-item" onClick={ask('rescreen', isOpen)}>
          <Icon name="again" />
          {t('actions.rescreen')}
        </button>
        {mayDecide && <AssignItem detail={detail} onDone={onDone} />}
        {mayDecide && (
          <button type="button" class="menu-item" onClick={ask('withdraw')}>
            <Icon name="shield" />
            {t('actions.withdraw')}
          </button>
        )}
      </Menu>
      {(asking === 'approved' || asking === 'declined') && <DecideDialog {...done} decision={asking} />}
      {asking === 'rescreen' && <RescreenDialog {...done} />}
      {asking === 'withdraw' && <WithdrawDialog {...done} />}
    </footer>
  );
}
