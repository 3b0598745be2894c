import { getData } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { type Entry, toEntryName } from './entries.ts';

export type Step = 'approval' | 'rejection' | 'end';

interface StepDialogProps {
  readonly entry: Entry;
  readonly step: Step;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const submits = { approval: 'houseList.approve', rejection: 'houseList.reject', end: 'houseList.end' } as const;

/** What a person does with an entry, and why. */
export function StepDialog({ entry, step, onClose, onDone }: StepDialogProps) {
  const name = toEntryName(entry);
  const send = async (reason: string) => {
    await getData(takeStep(entry, step, reason));
    announce(t(`houseList.steps.${step}.done`, { name }));
    onClose();
    onDone();
  };
  return (
    <ReasonDialog
      title={t(`houseList.steps.${step}.title`, { name })}
      means={t(`houseList.steps.${step}.means`)}
      submit={t(submits[step])}
      isOptional={step === 'approval'}
      onSubmit={send}
      onClose={onClose}
    />
  );
}

function takeStep({ propertyId, id: entryId }: Entry, step: Step, reason: string) {
  const params = { path: { propertyId, entryId } };
  const root = '/api/v1/properties/{propertyId}/house-list/{entryId}';
  if (step === 'approval') return client.POST(`${root}/approval`, { params, body: reason === '' ? {} : { reason } });
  return client.POST(`${root}/${step}`, { params, body: { reason } });
}
