import type { GuestChange, ReservationSnapshot } from '../../ports/pms.ts';

/** What one commit takes in. */
export type Find = ReservationFind | { readonly kind: 'guests'; readonly changes: readonly GuestChange[] };

export interface ReservationFind {
  readonly kind: 'reservations';
  readonly snapshots: readonly ReservationSnapshot[];
}
