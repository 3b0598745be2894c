import { useState } from 'preact/hooks';
import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Choice } from '../components/choice.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { TextArea } from '../components/text-area.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { Entry } from './entries.ts';

interface ProposeDialogProps {
  readonly propertyId: string;
  readonly onClose: () => void;
  readonly onDone: (entry: Entry) => void;
}

const nothing = { names: '', emails: '', phones: '', documentNumbers: '', birthDate: '', validUntil: '', reason: '' };
type Written = typeof nothing;
type Kind = Schema<'HouseListKind'>;

/** Proposes somebody for the house list; another person approves it. */
export function ProposeDialog({ propertyId, onClose, onDone }: ProposeDialogProps) {
  const [kind, setKind] = useState<Kind>('ban');
  const [written, setWritten] = useState(nothing);
  const write = (name: keyof Written) => (value: string) => setWritten((before) => ({ ...before, [name]: value }));
  const isSomebody = lists.some((name) => toParts(written[name]).length > 0);
  const send = async () => {
    const path = '/api/v1/properties/{propertyId}/house-list/proposals';
    const body = toPerson(kind, written);
    const entry = await getData(client.POST(path, { params: { path: { propertyId } }, body }));
    announce(t('houseList.proposed'));
    onDone(entry);
  };
  return (
    <Dialog title={t('houseList.propose')} onClose={onClose}>
      <p>{t('houseList.proposeMeans')}</p>
      <ActionForm submit={t('houseList.propose')} onSubmit={send} isReady={isSomebody && written.reason.trim() !== ''}>
        <Choice
          label={t('houseList.kind')}
          value={kind}
          options={[
            ['ban', t('houseList.kinds.ban')],
            ['trust', t('houseList.kinds.trust')],
          ]}
          onChange={setKind}
        />
        <TextArea
          label={t('houseList.names')}
          hint={t('houseList.namesHint')}
          value={written.names}
          onChange={write('names')}
        />
        <div class="fields">
          <Field label={t('houseList.emails')} value={written.emails} onChange={write('emails')} />
          <Field label={t('houseList.phones')} value={written.phones} onChange={write('phones')} />
          <Field
            label={t('houseList.documentNumbers')}
            value={written.documentNumbers}
            onChange={write('documentNumbers')}
          />
          <Field
            label={t('houseList.birthDate')}
            value={written.birthDate}
            onChange={write('birthDate')}
            input={{ type: 'date' }}
          />
          <Field
            label={t('houseList.until')}
            value={written.validUntil}
            onChange={write('validUntil')}
            input={{ type: 'date' }}
          />
        </div>
        <TextArea
          label={t('decide.reason')}
          hint={t('houseList.reasonHint')}
          value={written.reason}
          onChange={write('reason')}
        />
      </ActionForm>
    </Dialog>
  );
}

const lists = ['names', 'emails', 'phones', 'documentNumbers'] as const;

function toParts(text: string): readonly string[] {
  return text
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** What is empty is left out. */
function toPerson(kind: Kind, written: Written): Schema<'HouseListPerson'> {
  const given = lists.map((name) => [name, toParts(written[name])] as const).filter(([, parts]) => parts.length > 0);
  return {
    kind,
    reason: written.reason.trim(),
    ...Object.fromEntries(given),
    ...(written.birthDate !== '' && { birthDate: written.birthDate }),
    ...(written.validUntil !== '' && { validUntil: written.validUntil }),
  };
}
