import type { ComponentChildren } from 'preact';
import { t } from '../i18n/texts.ts';
import { ActionForm } from './action-form.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will be so afterwards. */
  readonly means: string;
  /** What is done, as the button that asked for it says it. */
  readonly submit: string;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly isDanger?: boolean;
  readonly children?: ComponentChildren;
}

/** Asks once before something is done that is not easily undone. */
export function ConfirmDialog({ title, means, submit, onSubmit, onClose, isDanger, children }: ConfirmDialogProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{means}</p>
      <ActionForm
        submit={submit}
        onSubmit={onSubmit}
        {...(isDanger === true && { buttonClass: 'button-danger' })}
        beside={
          <button type="button" class="button" onClick={onClose}>
            {t('actions.cancel')}
          </button>
        }
      >
        {children}
      </ActionForm>
    </Dialog>
  );
}
