import { ServiceError } from './errors.ts';
import type { Principal } from './access.ts';
import type { Instant } from './subject.ts';

/** Only an `active` entry speaks of guests. */
export type HouseListState = 'proposed' | 'active' | 'rejected' | 'ended';

/** What a person did with an entry. */
export type HouseListAct = 'proposed' | 'added' | 'approved' | 'rejected' | 'ended';

export interface HouseListStep {
  readonly act: HouseListAct;
  readonly at: Instant;
  /** The name of who did it. */
  readonly by: string;
  /** Of the person who did it, for as long as the question is whether the next one is another. */
  readonly byId?: string;
  /** Why, in words of the one who did it. */
  readonly reason?: string;
}

interface Transition {
  readonly from: HouseListState;
  readonly to: HouseListState;
}

const transitions: Readonly<Record<'approved' | 'rejected' | 'ended', Transition>> = {
  approved: { from: 'proposed', to: 'active' },
  rejected: { from: 'proposed', to: 'rejected' },
  ended: { from: 'active', to: 'ended' },
};

/** Throws `house_list_conflict` where the entry is in no state for it. */
export function toNextState(state: HouseListState, act: 'approved' | 'rejected' | 'ended'): HouseListState {
  const { from, to } = transitions[act];
  if (state !== from) throw new ServiceError('house_list_conflict', { state, act });
  return to;
}

type Actor = Pick<Principal, 'kind' | 'id'>;

/**
 * A ban needs two people: one who proposes it and another who approves it. Whoever holds ADMIN_TOKEN speaks for the hotel
 * itself, whose own systems may have decided it already.
 */
export function mayBanAlone({ kind }: Actor): boolean {
  return kind === 'admin_token';
}

/** Throws `second_person_needed`: nobody approves their own proposal, and no machine approves in place of a person. */
export function assertSecondPerson(steps: readonly HouseListStep[], approver: Actor): void {
  const proposal = steps.find(({ act }) => act === 'proposed');
  const isSame = proposal?.byId !== undefined && proposal.byId === toActorId(approver);
  if (isSame || approver.kind === 'token') throw new ServiceError('second_person_needed');
}

/** Throws `access_denied`: a proposal is turned down by a manager, or taken back by whoever made it. */
export function assertMayReject(
  steps: readonly HouseListStep[],
  { actor, isManager }: { readonly actor: Actor; readonly isManager: boolean },
): void {
  const isOwn = steps.some(({ act, byId }) => act === 'proposed' && byId === toActorId(actor));
  if (!isOwn && !isManager) throw new ServiceError('access_denied');
}

/** One person under one kind of credential. */
export function toActorId({ kind, id }: Actor): string {
  return `${kind}:${id}`;
}
