import type { ComponentChildren } from 'preact';
import { t } from '../i18n/texts.ts';
import type { GuestState } from '../../../domain/guest-state.ts';

/** Each state has a silhouette of its own, so that it is told apart without its colour, and at arm's length. */
const shapes: Readonly<Record<GuestState, ComponentChildren>> = {
  clear: <circle cx="16" cy="16" r="14" />,
  approved: (
    <path d="M16 1l4.400 3.700 5.700-.600 1.400 5.600 4.300 3.800-2.200 5.300.700 5.700-5.500 1.800-3.300 4.700L16 28.200 10.500 30l-3.300-4.700-5.500-1.800.700-5.700L.200 13.500 4.500 9.700l1.400-5.600 5.700.600z" />
  ),
  review: <path d="M16 1L31 16 16 31 1 16z" />,
  flagged: <path d="M10 1.500h12L30.500 10v12L22 30.500H10L1.500 22V10z" />,
  declined: <rect x="1.500" y="1.500" width="29" height="29" rx="3" />,
  failed: <path d="M16 2L31 29H1z" />,
  waiting: <path d="M5 1.500h22v4L19.500 16 27 26.500v4H5v-4L12.500 16 5 5.500z" />,
  checking: <circle class="turning" cx="16" cy="16" r="12" fill="none" stroke-width="5" stroke-dasharray="42 34" />,
  stopped: <rect x="3" y="11" width="26" height="10" rx="5" />,
};

const signs: Readonly<Partial<Record<GuestState, string>>> = {
  clear: 'M9.500 16.500l4.500 4.500L22.500 12',
  approved: 'M9.500 16.500l4.500 4.500L22.500 12',
  review: 'M12.500 12.500c.500-4.500 7-4.500 7 0c0 3-3.500 3-3.500 6M16 23v.010',
  flagged: 'M16 8v10M16 23v.010',
  declined: 'M10 10l12 12M22 10L10 22',
  failed: 'M16 12v8M16 24.500v.010',
};

/** Colour, shape and sign; the word stands beside it, or is said where there is no room. */
export function StateMark({ state, size = 28 }: { readonly state: GuestState; readonly size?: number }) {
  const sign = signs[state];
  return (
    <svg class={`mark mark-${state}`} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {shapes[state]}
      {sign !== undefined && <path class="mark-sign" d={sign} />}
    </svg>
  );
}

export function StateWord({ state }: { readonly state: GuestState }) {
  return <strong class={`word word-${state}`}>{t(`states.${state}`)}</strong>;
}
