import { useState } from 'preact/hooks';
import { useAction } from '../api/use-action.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { Failure } from '../components/failure.tsx';
import { t } from '../i18n/texts.ts';
import { announce } from '../state/announcer.tsx';
import { type Connection, type ConnectionStep, listSteps, takeStep } from './connections.ts';

interface PropertyStepsProps {
  readonly connection: Connection;
  readonly onDone: () => void;
}

type AskedStep = Extract<ConnectionStep, 'rotate' | 'disconnect'>;

/** What can be done about one property. What ends something asks once. */
export function PropertySteps({ connection, onDone }: PropertyStepsProps) {
  const { propertyId, propertyName: name } = connection;
  const [asked, setAsked] = useState<AskedStep>();
  const { isRunning, failure, run } = useAction();
  const take = async (step: ConnectionStep) => {
    await takeStep(step, propertyId);
    announce(t(`connections.steps.${step}.done`, { name }));
    onDone();
  };
  const steps = listSteps(connection);
  return (
    <>
      {failure !== undefined && <Failure text={failure} />}
      {steps.length > 0 && (
        <div class="actions actions-start">
          {steps.map((step) => (
            <button
              key={step}
              type="button"
              class={`button button-small${step === 'disconnect' ? ' button-decline' : ''}`}
              disabled={isRunning}
              aria-label={`${t(`connections.steps.${step}.do`)}: ${name}`}
              onClick={() => (isAsked(step) ? setAsked(step) : void run(() => take(step)))}
            >
              {t(`connections.steps.${step}.do`)}
            </button>
          ))}
        </div>
      )}
      {asked !== undefined && (
        <ConfirmDialog
          title={t(`connections.steps.${asked}.title`, { name })}
          means={t(`connections.steps.${asked}.means`)}
          submit={t(`connections.steps.${asked}.do`)}
          onSubmit={() => take(asked).then(() => setAsked(undefined))}
          onClose={() => setAsked(undefined)}
          isDanger={asked === 'disconnect'}
        />
      )}
    </>
  );
}

function isAsked(step: ConnectionStep): step is AskedStep {
  return step === 'rotate' || step === 'disconnect';
}
