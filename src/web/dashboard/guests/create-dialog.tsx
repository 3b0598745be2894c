import type { InputHTMLAttributes } from 'preact';
import { useState } from 'preact/hooks';
import type { Schema } from '../../../client/client.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { t } from '../i18n/texts.ts';
import { createProfile, type Profile } from './profiles.ts';

interface CreateDialogProps {
  readonly propertyId: string;
  readonly onClose: () => void;
  readonly onCreated: (profile: Profile) => void;
}

const fields = [
  ['firstName', { type: 'text' }],
  ['lastName', { type: 'text' }],
  ['birthDate', { type: 'date' }],
  ['email', { type: 'email' }],
  ['phone', { type: 'tel' }],
  ['documentNumber', { type: 'text' }],
] as const satisfies readonly (readonly [keyof Schema<'GivenPerson'>, InputHTMLAttributes])[];

/** Writes down somebody who has no booking. */
export function CreateDialog({ propertyId, onClose, onCreated }: CreateDialogProps) {
  const [person, setPerson] = useState<Schema<'GivenPerson'>>({});
  const hasName = [person.firstName, person.lastName].some((name) => name !== undefined && name.trim() !== '');
  const send = async () => {
    const given = Object.entries(person).filter(([, value]) => value.trim() !== '');
    onCreated(await createProfile(propertyId, Object.fromEntries(given)));
  };
  return (
    <Dialog title={t('guests.create')} onClose={onClose}>
      <p>{t('guests.createMeans')}</p>
      <ActionForm submit={t('actions.save')} onSubmit={send} isReady={hasName}>
        <div class="fields">
          {fields.map(([name, input]) => (
            <Field
              key={name}
              label={t(`guests.fields.${name}`)}
              value={person[name] ?? ''}
              onChange={(value) => setPerson((before) => ({ ...before, [name]: value }))}
              input={input}
            />
          ))}
        </div>
      </ActionForm>
    </Dialog>
  );
}
