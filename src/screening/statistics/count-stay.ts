import { toLocalDate } from '../../domain/calendar.ts';
import { isOpen, type Screening, toShownOutcome } from '../../domain/screening.ts';
import { type StayFacts, toClearLead, toLanguageGroup, toNameScript } from '../../domain/statistics/stay-facts.ts';
import { type Instant, type Subject, toGuestName } from '../../domain/subject.ts';
import type { Property, Rows, StoredSubject, SubjectKey } from '../../ports/store.ts';

/**
 * Counts the stay of a screening as what it came to, in the transaction that says so. Safe to do twice; an overtaken or an open
 * screening changes nothing.
 */
export async function countStay(rows: Rows, screeningId: string): Promise<void> {
  const screening = await rows.screenings.find(screeningId);
  if (screening === undefined) return;
  const stored = await rows.subjects.find(screening);
  const property = await rows.properties.find(screening.propertyId);
  if (stored !== undefined && property !== undefined) await countScreening(rows, screening, { stored, property });
}

/** The same where all of it has been read. */
export async function countScreening(
  rows: Rows,
  screening: Screening,
  { stored, property }: { readonly stored: StoredSubject; readonly property: Property },
): Promise<void> {
  if (isOpen(screening) || stored.currentScreeningId !== screening.id) return;
  const language = await findLanguage(rows, screening);
  await rows.statistics.count(screening, (before) =>
    toFacts(screening, { subject: stored.subject, timeZone: property.timeZone, before, language }),
  );
}

/** Staff and bookers write in their own language, which tells nothing of the guest. */
async function findLanguage(rows: Rows, key: SubjectKey): Promise<string | undefined> {
  const form = await rows.forms.findBySubject(key);
  const isOwn = (form?.content.completedBy ?? 'guest') === 'guest';
  return form?.language !== undefined && isOwn ? toLanguageGroup(form.language) : undefined;
}

interface Stay {
  readonly subject: Subject;
  readonly timeZone: string;
  readonly before: StayFacts | undefined;
  readonly language: string | undefined;
}

/** The day and the time of the first answer stay as they were: a guest who edits a booking is no second stay. */
function toFacts(screening: Screening, { subject, timeZone, before, language }: Stay): StayFacts | undefined {
  const { outcome: machine, decision, findings, explanation, createdAt, updatedAt } = screening;
  const shown = toShownOutcome(screening);
  if (machine === undefined || shown === undefined) return undefined;
  const { fields } = subject;
  const settledAt = decision?.decidedAt ?? updatedAt;
  const today = toLocalDate(settledAt, timeZone);
  const clearLeadDays = toClearLead(shown, { today, arrivesOn: fields.arrivesOn, before });
  const decisionS = toDecisionS(screening);
  const formLanguage = language ?? before?.formLanguage;
  return {
    day: before?.day ?? today,
    answerS: before?.answerS ?? toSeconds(createdAt, decision === undefined ? updatedAt : toAnsweredAt(screening)),
    machine,
    shown,
    guest: explanation?.guest ?? 'unknown',
    country: fields.country ?? 'unknown',
    nameScript: toNameScript(toGuestName(fields)),
    ...(formLanguage !== undefined && { formLanguage }),
    reasons: [...new Set(findings.flatMap(({ reasons }) => reasons.map(({ code }) => code)))],
    answers: findings.map(({ provider, result }) => ({ provider, result })),
    ...(decisionS !== undefined && { decisionS }),
    ...(clearLeadDays !== undefined && { clearLeadDays }),
  };
}

function toDecisionS(screening: Screening): number | undefined {
  const { decision } = screening;
  return decision && toSeconds(toAnsweredAt(screening), decision.decidedAt);
}

/** A decision overwrites when the screening was concluded: then its last answer tells. */
function toAnsweredAt({ findings, createdAt }: Screening): Instant {
  return findings.reduce((latest, { checkedAt }) => (checkedAt > latest ? checkedAt : latest), createdAt);
}

function toSeconds(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 100) / 10);
}
