import { signal } from '@preact/signals';
import { go, place, toAddress } from '../state/route.ts';

/** What a way over a page of the PMS came to: why not, or the connection that it made. */
export type WayBack = { readonly problem: string } | { readonly connected: string };

/** Until somebody has read it; no reload and no bookmark tells it again. */
export const wayBack = signal<WayBack | undefined>(undefined);

/** Takes it out of the address, where the service has put it. */
export function takeWayBack(): void {
  const { parts, query } = place.value;
  const { problem, connected, ...others } = query;
  if (problem !== undefined) wayBack.value = { problem };
  else if (connected !== undefined) wayBack.value = { connected };
  else return;
  go(toAddress(parts, others), { replace: true });
}
