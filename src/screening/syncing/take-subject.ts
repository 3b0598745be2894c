import { type Digest, toFingerprint } from '../../domain/fingerprint.ts';
import { type Intake, type KnownSubject, toIntake } from '../../domain/intake.ts';
import type { Instant, LocalDate, Subject } from '../../domain/subject.ts';
import { housekeeping, toUrgency } from '../../domain/urgency.ts';
import type { GuestOverlay } from '../../ports/forms.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Rows, StoredSubject, SubjectKey } from '../../ports/store.ts';
import { closeFormsOf } from '../form/close-forms.ts';
import type { BindProfile } from '../profiles/bind-profile.ts';
import type { ScreenTroubled } from '../profiles/screen-troubled.ts';
import { startScreening } from './start-screening.ts';
import { takeOverlay } from '../form/take-overlay.ts';

export interface TakeContext {
  readonly at: Instant;
  /** The property's own date. */
  readonly today: LocalDate;
  readonly digest: Digest;
  readonly metrics: Metrics;
  readonly bindProfile: BindProfile;
  /** Where cards are kept of people: after the PMS merged two of them. */
  readonly screenTroubled?: ScreenTroubled;
  /** Told of each subject that is new, changed or off. */
  readonly noteChange?: (key: SubjectKey) => void;
}

export interface SubjectNews {
  /** As the PMS shows it. */
  readonly subject: Subject;
  readonly known: StoredSubject | undefined;
  /** What the guest says otherwise in a form. */
  readonly overlay: GuestOverlay | undefined;
}

/** News of one subject: screened when it is new or changed, stopped when its stay is off, left alone otherwise. */
export async function takeSubject(rows: Rows, news: SubjectNews, context: TakeContext): Promise<Intake> {
  const { known } = news;
  const subject = await takeOverlay(rows, news);
  const fingerprint = toFingerprint(subject.fields, context.digest);
  const intake = toIntake(subject, fingerprint, { known, today: context.today });
  const binding = { at: context.at, bindProfile: context.bindProfile };
  switch (intake) {
    case 'screen':
      await save(rows, subject, { fingerprint, isActive: true, ...binding });
      await startScreening(rows, {
        subject,
        fingerprint,
        at: context.at,
        urgency: toUrgency(subject.fields.arrivesOn, context.today),
        because: { event: known === undefined ? 'found' : 'changed', actor: 'system' },
      });
      break;
    case 'stop':
      await save(rows, subject, { fingerprint, isActive: false, ...binding });
      await stopScreening(rows, known, context.at);
      break;
    case 'none':
      if (known === undefined) await save(rows, subject, { fingerprint, isActive: false, ...binding });
      else if (known.isActive && known.subject.reservationStatus !== subject.reservationStatus) {
        await save(rows, subject, { fingerprint, isActive: true, ...binding });
      }
      break;
  }
  if (intake !== 'none') context.noteChange?.(subject);
  context.metrics.count('subjects_found', { intake });
  return intake;
}

type Binding = Pick<TakeContext, 'at' | 'bindProfile'>;

async function save(
  rows: Rows,
  subject: Subject,
  { at, bindProfile, ...state }: KnownSubject & Binding,
): Promise<void> {
  await rows.subjects.save(subject, state);
  await bindProfile(rows, subject, at);
}

/** The stay is off, or the guest is no longer on it: nothing more is asked about it. */
export async function stopSubject(
  rows: Rows,
  known: StoredSubject,
  { at, noteChange }: Pick<TakeContext, 'at' | 'noteChange'>,
): Promise<void> {
  noteChange?.(known.subject);
  await rows.subjects.setInactive(known.subject);
  await stopScreening(rows, known, at);
}

async function stopScreening(rows: Rows, known: StoredSubject | undefined, at: Instant): Promise<void> {
  if (known?.currentScreeningId === undefined) return;
  await rows.screenings.stopOpen(known.subject, at);
  await rows.screenings.addToTimeline({
    screeningId: known.currentScreeningId,
    at,
    event: 'stopped',
    actor: 'system',
  });
  await closeFormsOf(rows, known.subject, at);
  await showNextStay(rows, known.subject, at);
}

/** The PMS shows a guest's next stay: with this one off, that may be another. */
async function showNextStay(rows: Rows, { propertyId, guestId }: SubjectKey, at: Instant): Promise<void> {
  await rows.jobs.enqueue({ kind: 'write-back', payload: { propertyId, guestId }, urgency: housekeeping, runAt: at });
}
