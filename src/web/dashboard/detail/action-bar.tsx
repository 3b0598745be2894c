import { useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Menu } from '../components/menu.tsx';
import { t } from '../i18n/texts.ts';
import { useKeys } from '../keys/keys.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import { isAtLeast } from '../state/session.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { AssignItem } from './assign-item.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import type { Detail } from './detail.ts';
import { RescreenDialog } from './rescreen-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

type Asking = 'approved' | 'declined' | 'rescreen' | 'withdraw' | 'assign';

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
    () => {
      if (may) setAsking(what);
    };
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
      {mayDecide ? (
        <MoreMenu detail={detail} ask={ask} onDone={onDone} />
      ) : (
        <RescreenButton onClick={ask('rescreen', isOpen)} />
      )}
      {(asking === 'approved' || asking === 'declined') && <DecideDialog {...done} decision={asking} />}
      {asking === 'rescreen' && <RescreenDialog {...done} />}
      {asking === 'assign' && <AssignDialog {...done} />}
      {asking === 'withdraw' && <WithdrawDialog {...done} />}
    </footer>
  );
}

/** For whoever has nothing else to do here. */
function RescreenButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      <Icon name="again" />
      {t('actions.rescreen')}
    </button>
  );
}

interface MoreMenuProps {
  readonly detail: Detail;
  readonly ask: (what: Asking) => () => void;
  readonly onDone: () => void;
}

function MoreMenu({ detail, ask, onDone }: MoreMenuProps) {
  return (
    <Menu label={t('actions.more')} face={<Icon name="more" />} opens="above" buttonClass="button button-icon">
      <button type="button" class="menu-item" onClick={ask('rescreen')}>
        <Icon name="again" />
        {t('actions.rescreen')}
      </button>
      <AssignItem detail={detail} onDone={onDone} />
      <button type="button" class="menu-item" onClick={ask('assign')}>
        <Icon name="people" />
        {t('assign.toOther')}
      </button>
      <button type="button" class="menu-item" onClick={ask('withdraw')}>
        <Icon name="shield" />
        {t('actions.withdraw')}
      </button>
    </Menu>
  );
}
