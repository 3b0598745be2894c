import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import { LinkBox } from './link-box.tsx';
import type { UserStep } from './user-steps.ts';
import {
  changeUser,
  makeLink,
  type ReadUser,
  removeSecondFactor,
  removeUser,
  type SignInLink,
  signUserOut,
  unlockUser,
} from './users.ts';

type AskedStep = Exclude<UserStep, 'grants'>;

interface UserStepDialogProps {
  readonly read: ReadUser;
  readonly step: AskedStep;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

const dangers: readonly AskedStep[] = ['disable', 'remove', 'removeFactor'];

/** Asks once, and says what it will mean. */
export function UserStepDialog({ read, step, act, onClose, onRemoved }: UserStepDialogProps) {
  const { user } = read;
  const [link, setLink] = useState<SignInLink>();
  const send = async () => {
    if (step === 'link') {
      setLink(await makeLink(user.id));
      return;
    }
    await act(async () => {
      await steps[step](read);
      announce(t(`administration.steps.${step}.done`, { name: user.name }));
      onClose();
      if (step === 'remove') onRemoved();
    });
  };
  const title = t(`administration.steps.${step}.title`, { name: user.name });
  if (link !== undefined) {
    return (
      <Dialog title={title} onClose={onClose}>
        <LinkBox link={link} email={user.email} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={title}
      means={t(`administration.steps.${step}.means`)}
      submit={t(`administration.steps.${step}.do`)}
      onSubmit={send}
      onClose={onClose}
      isDanger={dangers.includes(step)}
    />
  );
}

const steps: Readonly<Record<Exclude<AskedStep, 'link'>, (read: ReadUser) => Promise<unknown>>> = {
  unlock: ({ user }) => unlockUser(user.id),
  signOut: ({ user }) => signUserOut(user.id),
  removeFactor: ({ user }) => removeSecondFactor(user.id),
  disable: (read) => changeUser(read, { isDisabled: true }),
  enable: (read) => changeUser(read, { isDisabled: false }),
  remove: removeUser,
};
