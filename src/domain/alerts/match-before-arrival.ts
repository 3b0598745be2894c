import { plusMs, toLocalDate } from '../calendar.ts';
import { isOpen, type Screening } from '../screening.ts';
import type { Instant, LocalDate } from '../subject.ts';

/** A stay and the screening that counts for it. */
export interface JudgedStay {
  readonly screening: Pick<Screening, 'status' | 'outcome' | 'decision' | 'findings'>;
  /** Whether the guest is still to come or in house, by the PMS. */
  readonly isActive: boolean;
  readonly arrivesOn: LocalDate;
  readonly departsOn: LocalDate;
}

const dayMs = 86_400_000;

/**
 * Whether somebody has to be told that a match arrives: one that is likely at least, or that the policy flags. What is merely
 * possible waits in the queue of those to decide. `leave`: its checks run again, and say nothing yet. The PMS knows the
 * day of an arrival and not its hour: whoever arrives tomorrow is told of as soon as the same hour of the day before is over.
 */
export function judgeArrival(stay: JudgedStay, now: Instant, timeZone: string): 'raise' | 'settle' | 'leave' {
  const { screening, isActive, arrivesOn, departsOn } = stay;
  if (!isActive || screening.status === 'stopped' || screening.decision !== undefined) return 'settle';
  if (departsOn < toLocalDate(now, timeZone)) return 'settle';
  const { outcome } = screening;
  const isMatch =
    outcome !== 'clear' &&
    screening.findings.some(
      ({ result, strength }) => result === 'match' && (outcome === 'flagged' || strength !== 'possible'),
    );
  if (!isMatch) return isOpen(screening) ? 'leave' : 'settle';
  if (outcome === undefined) return 'leave';
  return arrivesOn <= toLocalDate(plusMs(now, dayMs), timeZone) ? 'raise' : 'settle';
}
