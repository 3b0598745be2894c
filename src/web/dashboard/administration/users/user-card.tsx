import { useState } from 'preact/hooks';
import { toFailureText } from '../../api/api.ts';
import { useLoaded } from '../../api/use-loaded.ts';
import { Failure } from '../../components/failure.tsx';
import { Icon } from '../../components/icon.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { t } from '../../i18n/texts.ts';
import { go } from '../../state/route.ts';
import { me, toPageAddress } from '../../state/session.ts';
import { GrantsDialog } from './grants-dialog.tsx';
import { UserFacts } from './user-facts.tsx';
import { UserMarks } from './user-marks.tsx';
import { UserStepDialog } from './user-step-dialog.tsx';
import { listUserSteps, type UserStep } from './user-steps.ts';
import { isConflict, loadUser, type ReadUser } from './users.ts';

/** One user, and what can be done about them. */
export function UserCard({ userId }: { readonly userId: string }) {
  const read = useLoaded(userId, (signal) => loadUser(userId, signal));
  return (
    <article class="card">
      <a class="button button-plain" href={toPageAddress('administration', 'users')}>
        <Icon name="back" />
        {t('actions.back')}
      </a>
      {read.error !== undefined && <Failure text={toFailureText(read.error)} onRetry={read.reload} />}
      {read.data === undefined && read.error === undefined && <Skeleton rows={3} />}
      {read.data !== undefined && <ShownUser read={read.data} onChanged={read.reload} />}
    </article>
  );
}

interface ShownUserProps {
  readonly read: ReadUser;
  readonly onChanged: () => void;
}

function ShownUser({ read, onChanged }: ShownUserProps) {
  const { user } = read;
  const [step, setStep] = useState<UserStep>();
  const [hasConflict, setConflict] = useState(false);
  const close = () => setStep(undefined);
  /** What another changed meanwhile is shown in place of the question that was about the state before. */
  const act = async (work: () => Promise<unknown>) => {
    setConflict(false);
    try {
      await work();
    } catch (error) {
      if (!isConflict(error)) throw error;
      setConflict(true);
      close();
    }
    onChanged();
  };
  const onRemoved = () => go(toPageAddress('administration', 'users'));
  const isOneself = me.value?.id === user.id;
  return (
    <>
      <header class="user-head">
        <h2 dir="auto">{user.name}</h2>
        <UserMarks user={user} />
      </header>
      {hasConflict && (
        <p class="notice" role="alert">
          {t('administration.users.conflict', { name: user.name })}
        </p>
      )}
      <UserFacts user={user} />
      {isOneself && <p class="hint">{t('administration.users.oneself')}</p>}
      <div class="actions actions-start">
        {listUserSteps(user, isOneself).map((name) => (
          <button
            key={name}
            type="button"
            class={`button${name === 'remove' ? ' button-decline' : ''}`}
            onClick={() => setStep(name)}
          >
            {t(`administration.steps.${name}.do`)}
          </button>
        ))}
      </div>
      {step === 'grants' && <GrantsDialog read={read} act={act} onClose={close} />}
      {step !== undefined && step !== 'grants' && (
        <UserStepDialog read={read} step={step} act={act} onClose={close} onRemoved={onRemoved} />
      )}
    </>
  );
}
