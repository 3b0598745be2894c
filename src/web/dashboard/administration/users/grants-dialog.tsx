import { useState } from 'preact/hooks';
import { ActionForm } from '../../components/action-form.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import { GrantsField } from './grants-field.tsx';
import { changeUser, type Grant, type ReadUser } from './users.ts';

interface GrantsDialogProps {
  readonly read: ReadUser;
  readonly act: (work: () => Promise<unknown>) => Promise<void>;
  readonly onClose: () => void;
}

/** Changes a user's name and roles. What is less takes effect at once. */
export function GrantsDialog({ read, act, onClose }: GrantsDialogProps) {
  const [name, setName] = useState(read.user.name);
  const [grants, setGrants] = useState<readonly Grant[]>(read.user.grants);
  const send = () =>
    act(async () => {
      await changeUser(read, { name: name.trim(), grants: [...grants] });
      announce(t('administration.steps.grants.done', { name: read.user.name }));
      onClose();
    });
  return (
    <Dialog title={t('administration.steps.grants.do')} onClose={onClose}>
      <p>{t('administration.steps.grants.means')}</p>
      <ActionForm submit={t('actions.save')} onSubmit={send} isReady={name.trim() !== ''}>
        <Field
          label={t('administration.users.name')}
          value={name}
          onChange={setName}
          path="/name"
          input={{ maxLength: 100, dir: 'auto' }}
        />
        <GrantsField grants={grants} onChange={setGrants} />
      </ActionForm>
    </Dialog>
  );
}
