import type { components } from '../../openapi/service.generated.ts';
import type { Finding } from '../domain/finding.ts';
import type { Explanation } from '../domain/policy/explanation.ts';
import { type Screening, toShownOutcome } from '../domain/screening.ts';
import { toGuestName } from '../domain/subject.ts';
import type { ScreeningListItem, TimelineEntry } from '../ports/store.ts';

type Schemas = components['schemas'];

/** A screening as the API shows it. */
export function toScreeningView({ screening, subject, writeBack }: ScreeningListItem): Schemas['Screening'] {
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
    findings: screening.findings.map(toFindingView),
    decision: decision === undefined ? null : toDecisionView(decision),
    writeBack: { state: writeBack.state, at: writeBack.at ?? null },
    updatedAt,
  };
}

export function toScreeningDetailView(
  item: ScreeningListItem,
  timeline: readonly TimelineEntry[],
): Schemas['ScreeningDetail'] {
  return {
    ...toScreeningView(item),
    departureDate: item.subject.fields.departsOn,
    createdAt: item.screening.createdAt,
    conclusion: toConclusionView(item.screening),
    timeline: timeline.map(({ screeningId, at, event, actor }) => ({ screeningId, at, event, actor })),
  };
}

function toFindingView(finding: Finding): Schemas['Finding'] {
  const { provider, label, result, strength, reasons, missing, checkedAt } = finding;
  return {
    provider,
    label,
    result,
    ...(strength !== undefined && { strength }),
    reasons: reasons.map(({ code, text }) => ({ code, text })),
    ...(missing !== undefined && { missing: [...missing] }),
    checkedAt,
  };
}

function toDecisionView({ decision, reason, decidedBy, decidedAt }: NonNullable<Screening['decision']>) {
  return { decision, reason, decidedBy, decidedAt };
}

function toConclusionView({ outcome, reasons, policy, explanation }: Screening): Schemas['Conclusion'] | null {
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
