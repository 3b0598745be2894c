import type { ComponentChildren } from 'preact';
import { FieldProblemsContext } from '../api/field-problems.ts';
import { useAction } from '../api/use-action.ts';
import { t } from '../i18n/texts.ts';

interface ActionFormProps {
  readonly submit: string;
  /** Sent once, however often it is pressed; what it throws is shown in words. */
  readonly onSubmit: () => Promise<unknown>;
  readonly children: ComponentChildren;
  /** Beside the button. */
  readonly beside?: ComponentChildren;
  readonly isReady?: boolean;
  readonly buttonClass?: string;
}

/** Fields and one button: shows what is under way and what went wrong. */
export function ActionForm({ submit, onSubmit, children, beside, isReady = true, buttonClass }: ActionFormProps) {
  const { isRunning, failure, problems, run } = useAction();
  const send = (event: Event) => {
    event.preventDefault();
    if (isReady) void run(onSubmit);
  };
  return (
    <form class="form" onSubmit={send} noValidate>
      <FieldProblemsContext.Provider value={problems}>{children}</FieldProblemsContext.Provider>
      {failure !== undefined && (
        <p class="notice notice-error" role="alert">
          {failure}
        </p>
      )}
      <div class="actions">
        {beside}
        <button type="submit" class={`button ${buttonClass ?? 'button-main'}`} disabled={isRunning || !isReady}>
          {isRunning ? t('actions.working') : submit}
        </button>
      </div>
    </form>
  );
}
