import { useState } from 'preact/hooks';
import { getData } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Choice } from '../../components/choice.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { toLanguageName } from '../../i18n/formats.ts';
import { language, type Language, languages, t } from '../../i18n/texts.ts';
import { announce } from '../../state/announcer.tsx';
import { property } from '../../state/session.ts';
import { GrantsField, listOwnPlaces } from './grants-field.tsx';
import { LinkBox } from './link-box.tsx';
import type { Grant, SignInLink } from './users.ts';

interface InviteDialogProps {
  readonly onClose: () => void;
  readonly onInvited: () => void;
}

/** Lets somebody in: they get a link by which they set a password. */
export function InviteDialog({ onClose, onInvited }: InviteDialogProps) {
  const [person, setPerson] = useState({ name: '', email: '' });
  const [wished, setWished] = useState<Language>(language.value);
  const [grants, setGrants] = useState<readonly Grant[]>(toFirstGrants);
  const [link, setLink] = useState<SignInLink>();
  const write = (name: keyof typeof person) => (value: string) => setPerson((before) => ({ ...before, [name]: value }));
  const send = async () => {
    const body = {
      name: person.name.trim(),
      email: person.email.trim(),
      language: wished,
      grants: [...grants],
    };
    const made = await getData(client.POST('/api/v1/invitations', { body }));
    announce(t('administration.users.invited', { name: made.user.name }));
    setLink(made.link);
    onInvited();
  };
  return (
    <Dialog title={t('administration.users.invite')} onClose={onClose}>
      {link !== undefined ? (
        <LinkBox link={link} email={person.email.trim()} onClose={onClose} />
      ) : (
        <ActionForm
          submit={t('administration.users.invite')}
          onSubmit={send}
          isReady={person.name.trim() !== '' && person.email.trim() !== '' && grants.length > 0}
        >
          <div class="fields">
            <Field
              label={t('administration.users.name')}
              value={person.name}
              onChange={write('name')}
              path="/name"
              input={{ autoComplete: 'off', maxLength: 100, dir: 'auto', required: true }}
            />
            <Field
              label={t('signIn.email')}
              value={person.email}
              onChange={write('email')}
              path="/email"
              input={{ type: 'email', autoComplete: 'off', maxLength: 254, required: true }}
            />
            <Choice
              label={t('administration.users.language')}
              value={wished}
              options={languages.map((code) => [code, toLanguageName(code)] as const)}
              onChange={setWished}
            />
          </div>
          <GrantsField grants={grants} onChange={setGrants} />
        </ActionForm>
      )}
    </Dialog>
  );
}

function toFirstGrants(): readonly Grant[] {
  const [first] = listOwnPlaces();
  const propertyId = property.value?.id ?? first;
  return propertyId === undefined ? [] : [{ propertyId, role: 'desk' }];
}
