import { useState } from 'preact/hooks';
import { getData } from '../../../client/client.ts';
import { client, toFailureText } from '../api/api.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Choice } from '../components/choice.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Failure } from '../components/failure.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import type { Detail } from './detail.ts';

interface AssignDialogProps {
  readonly detail: Detail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const nobody = '';

/** Hands the review to somebody who may review here, or to nobody. */
export function AssignDialog({ detail, onClose, onDone }: AssignDialogProps) {
  const { propertyId } = detail;
  const path = '/api/v1/properties/{propertyId}/reviewers';
  const reviewers = useLoaded(propertyId, (signal) =>
    getData(client.GET(path, { params: { path: { propertyId } }, signal })),
  );
  const [to, setTo] = useState(detail.assignment?.assigneeId ?? nobody);
  const people = reviewers.data?.items ?? [];
  const send = async () => {
    await assign(detail.id, to);
    const name = people.find(({ id }) => id === to)?.name;
    announce(name === undefined ? t('assign.givenBack') : t('assign.done', { name }));
    onClose();
    onDone();
  };
  return (
    <Dialog title={t('assign.title', { name: detail.guestName })} onClose={onClose}>
      {reviewers.error !== undefined && <Failure text={toFailureText(reviewers.error)} onRetry={reviewers.reload} />}
      {reviewers.isLoading && reviewers.data === undefined && <Skeleton rows={1} />}
      {reviewers.data !== undefined && (
        <ActionForm submit={t('actions.save')} onSubmit={send}>
          <Choice
            label={t('assign.person')}
            value={to}
            options={[[nobody, t('assign.nobody')], ...people.map(({ id, name }) => [id, name] as const)]}
            onChange={setTo}
          />
        </ActionForm>
      )}
    </Dialog>
  );
}

async function assign(id: string, to: string): Promise<void> {
  const path = '/api/v1/screenings/{id}/assignment';
  const params = { path: { id } };
  if (to === nobody) await getData(client.DELETE(path, { params }));
  else await getData(client.PUT(path, { params, body: { to } }));
}
