import { findText, t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';
import { procedureNames } from '../state/procedure-names.ts';
import type { Detail } from './detail.ts';

const mostSteps = 5;

/** What to do now, in steps, before any detail: at the desk nobody reads twice. */
export function QuietCard({ detail, state }: { readonly detail: Detail; readonly state: GuestState }) {
  const procedure = state === 'stopped' ? 'stopped' : procedureNames[detail.procedure];
  const steps = Array.from({ length: mostSteps }, (_, index) => findText(`procedures.${procedure}.${index + 1}`));
  return (
    <section class={`quiet quiet-${state}`} aria-labelledby="quiet-title">
      <h3 id="quiet-title">{t(`procedures.${procedure}.title`)}</h3>
      <ol class="quiet-steps">
        {steps
          .filter((step) => step !== undefined)
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
    </section>
  );
}
