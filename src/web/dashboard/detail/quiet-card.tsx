import type { Schema } from '../../../client/client.ts';
import { findText, t } from '../i18n/texts.ts';
import type { GuestState } from '../state/guest-state.ts';
import type { Detail } from './guest-detail.tsx';

/** What a procedure is about: the gravest thing that was found. */
type Procedure =
  | 'houseList'
  | 'watchlist'
  | 'document'
  | 'contact'
  | 'rules'
  | 'failed'
  | 'waiting'
  | 'checking'
  | 'declined'
  | 'fine'
  | 'stopped';

const watchlistProviders: readonly string[] = ['watchlist', 'yente', 'opensanctions', 'watchman'];
const documentProviders: readonly string[] = ['identity-document', 'stripe-identity', 'didit'];
const mostSteps = 5;

/** What to do now, in steps, before any detail: at the desk nobody reads twice. */
export function QuietCard({ detail, state }: { readonly detail: Detail; readonly state: GuestState }) {
  const procedure = toProcedure(detail, state);
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

function toProcedure({ findings }: Detail, state: GuestState): Procedure {
  switch (state) {
    case 'clear':
    case 'approved':
      return 'fine';
    case 'flagged':
    case 'review':
      return toHit(findings);
    case 'declined':
    case 'failed':
    case 'waiting':
    case 'checking':
    case 'stopped':
      return state;
  }
}

function toHit(findings: readonly Schema<'Finding'>[]): Procedure {
  const matching = findings.filter(({ result }) => result === 'match').map(({ provider }) => provider);
  if (matching.includes('house-list')) return 'houseList';
  if (matching.some((provider) => watchlistProviders.includes(provider))) return 'watchlist';
  if (matching.some((provider) => documentProviders.includes(provider))) return 'document';
  if (matching.includes('contact')) return 'contact';
  return 'rules';
}
