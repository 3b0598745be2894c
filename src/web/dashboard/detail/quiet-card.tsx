import { findText, t } from '../i18n/texts.ts';
import type { GuestState } from '../state/guest-state.ts';
import type { Detail } from './detail.ts';

const texts = {
  call_manager: 'callManager',
  house_list: 'houseList',
  watchlist: 'watchlist',
  document: 'document',
  contact: 'contact',
  rules: 'rules',
  failed: 'failed',
  declined: 'declined',
  ask_guest: 'waiting',
  wait: 'checking',
  nothing: 'fine',
} as const satisfies Readonly<Record<Detail['procedure'], string>>;

const mostSteps = 5;

/** What to do now, in steps, before any detail: at the desk nobody reads twice. */
export function QuietCard({ detail, state }: { readonly detail: Detail; readonly state: GuestState }) {
  const procedure = state === 'stopped' ? 'stopped' : texts[detail.procedure];
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
