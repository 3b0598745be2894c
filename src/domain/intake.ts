import type { LocalDate, ReservationStatus, Subject } from './subject.ts';

/** What is already known of a subject when news of it comes in. */
export interface KnownSubject {
  readonly fingerprint: string;
  readonly isActive: boolean;
}

/**
 * What news of a subject means. `screen`: new, changed, or back · `stop`: cancelled, departed or gone, and an open
 * screening ends · `none`: nothing that is screened has changed, as after an echo of our own write.
 */
export type Intake = 'screen' | 'stop' | 'none';

export function toIntake(subject: Subject, fingerprint: string, context: IntakeContext): Intake {
  if (!isToBeScreened(subject.reservationStatus, subject.fields.departsOn, context.today)) {
    return context.known?.isActive === true ? 'stop' : 'none';
  }
  if (context.known?.isActive !== true) return 'screen';
  return context.known.fingerprint === fingerprint ? 'none' : 'screen';
}

export interface IntakeContext {
  readonly known: KnownSubject | undefined;
  /** The property's own date. */
  readonly today: LocalDate;
}

/** Cancelled, no-show and departed stays are not screened. */
export function isToBeScreened(status: ReservationStatus, departsOn: LocalDate, today: LocalDate): boolean {
  switch (status) {
    case 'not_confirmed':
    case 'confirmed':
    case 'checked_in':
      return departsOn >= today;
    case 'canceled':
    case 'checked_out':
    case 'no_show':
      return false;
  }
}
