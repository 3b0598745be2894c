import type { components } from '../../../openapi/service.generated.ts';
import { isAtLeast, type Role } from '../../domain/access.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Explanation } from '../../domain/policy/explanation.ts';
import { type Screening, toShownOutcome } from '../../domain/screening.ts';
import { toGuestName } from '../../domain/subject.ts';
import type { ScreeningListItem, TimelineEntry, TimelineEvent } from '../../ports/store.ts';

type Schemas = components['schemas'];

/** A screening as the API shows it. The desk learns the outcome, and not what was found. */
export function toScreeningView(
  { screening, subject, writeBack }: ScreeningListItem,
  viewer: Role,
): Schemas['Screening'] {
  const { id, propertyId, reservationId, guestId, status, decision, updatedAt } = screening;
  return {
    id,
    propertyId,
    reservationId,
    guestId,
    guestName: toGuestName(subject.fields),
    arrivalDate: subject.fields.arrivesOn,
    status,
    outcome: toShownOutcome(screening) ?? null,
    findings: seesDetails(viewer) ? screening.findings.map(toFindingView) : [],
    decision: decision === undefined ? null : toDecisionView(decision, viewer),
    writeBack: { state: writeBack.state, at: writeBack.at ?? null },
    updatedAt,
  };
}

/** Without what is read beside the screening itself. */
type ScreeningPart = Omit<
  Schemas['ScreeningDetail'],
  'state' | 'procedure' | 'guest' | 'profileId' | 'otherStays' | 'pms' | 'notes' | 'assignment'
>;

export function toScreeningDetailView(
  item: ScreeningListItem,
  { timeline, viewer }: { readonly timeline: readonly TimelineEntry[]; readonly viewer: Role },
): ScreeningPart {
  const shown = timeline.filter(({ event }) => seesEvent(viewer, event));
  return {
    ...toScreeningView(item, viewer),
    departureDate: item.subject.fields.departsOn,
    createdAt: item.screening.createdAt,
    conclusion: toConclusionView(item.screening, viewer),
    timeline: shown.map(({ screeningId, at, event, actor }) => ({ screeningId, at, event, actor })),
  };
}

function seesDetails(viewer: Role): boolean {
  return isAtLeast(viewer, 'reviewer');
}

/** Whether an entry of the timeline is for this role: some say by their name alone what was found. */
export function seesEvent(viewer: Role, event: TimelineEvent): boolean {
  return seesDetails(viewer) || !tellsOfMatches.includes(event);
}

const tellsOfMatches: readonly TimelineEvent[] = ['match_dismissed', 'dismissal_withdrawn', 'verification_withdrawn'];

function toFindingView(finding: Finding): Schemas['Finding'] {
  const { provider, providerVersion, label, result, strength, reasons, missing, note, checkedAt, reusedFrom } = finding;
  return {
    provider,
    providerVersion,
    label,
    result,
    ...(strength !== undefined && { strength }),
    reasons: reasons.map(({ code, text }) => ({ code, text })),
    ...(missing !== undefined && { missing: [...missing] }),
    ...(note !== undefined && { note }),
    checkedAt,
    ...(reusedFrom !== undefined && { reusedFrom }),
  };
}

function toDecisionView(
  { decision, reason, decidedBy, decidedAt }: NonNullable<Screening['decision']>,
  viewer: Role,
): Schemas['Decision'] {
  return { decision, reason: seesDetails(viewer) ? reason : '', decidedBy, decidedAt };
}

function toConclusionView(screening: Screening, viewer: Role): Schemas['Conclusion'] | null {
  const { outcome, policy } = screening;
  const { reasons, explanation } = seesDetails(viewer) ? screening : { reasons: [], explanation: undefined };
  if (outcome === undefined || policy === undefined) return null;
  return {
    outcome,
    reasons: reasons.map(({ code, text }) => ({ code, text })),
    policy: { name: policy.name, version: policy.version },
    explanation: explanation === undefined ? null : toExplanationView(explanation),
  };
}

function toExplanationView({ parts, points, thresholds, guest, notAsked }: Explanation): Schemas['Explanation'] {
  return {
    parts: parts.map((part) => ({ ...part })),
    points,
    thresholds: thresholds ?? null,
    guest: guest ?? null,
    notAsked: notAsked.map(({ provider, label, text }) => ({ provider, label, text })),
  };
}
