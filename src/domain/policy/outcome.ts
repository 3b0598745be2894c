/** What a machine may conclude. Approving and declining are for people. */
export type Outcome = 'clear' | 'review' | 'flagged';

/** What a rule may make of a finding. */
export type Severity = Exclude<Outcome, 'clear'>;

const severity: Readonly<Record<Outcome, number>> = { clear: 0, review: 1, flagged: 2 };

export function toMostSevere(outcomes: readonly (Outcome | undefined)[]): Outcome {
  return outcomes.reduce<Outcome>(
    (most, next) => (next !== undefined && severity[next] > severity[most] ? next : most),
    'clear',
  );
}
