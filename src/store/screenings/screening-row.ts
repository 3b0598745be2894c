import type { Finding, Reason } from '../../domain/finding.ts';
import type { Outcome } from '../../domain/policy.ts';
import type { Explanation } from '../../domain/policy/explanation.ts';
import type { Selection } from '../../domain/policy/selection.ts';
import type { Decision, Screening, ScreeningStatus } from '../../domain/screening.ts';
import type { Sealing } from '../sealing.ts';
import type { Sealed } from '../tables.ts';

export interface ScreeningRow {
  readonly id: string;
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string;
  readonly fingerprint: string;
  readonly status: ScreeningStatus;
  readonly outcome: Outcome | null;
  readonly decision: Decision['decision'] | null;
  readonly policyName: string | null;
  readonly policyVersion: string | null;
  readonly sealedFindings: Sealed | null;
  readonly sealedDecision: Sealed | null;
  readonly decidedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The columns of `ScreeningRow`, over `screening` joined with its `subject`. */
export const screeningColumns = [
  'screening.id',
  'subject.property_id as propertyId',
  'subject.reservation_id as reservationId',
  'subject.guest_id as guestId',
  'screening.fingerprint',
  'screening.status',
  'screening.outcome',
  'screening.decision',
  'screening.policy_name as policyName',
  'screening.policy_version as policyVersion',
  'screening.sealed_findings as sealedFindings',
  'screening.sealed_decision as sealedDecision',
  'screening.decided_at as decidedAt',
  'screening.created_at as createdAt',
  'screening.updated_at as updatedAt',
] as const;

export interface SealedFindings {
  readonly findings: readonly Finding[];
  readonly reasons: readonly Reason[];
  readonly explanation?: Explanation;
  readonly selection?: Selection;
}

export type SealedDecision = Pick<Decision, 'reason' | 'decidedBy'>;

export function toScreening(row: ScreeningRow, sealing: Sealing): Screening {
  const { id, propertyId, reservationId, guestId, fingerprint, status, createdAt, updatedAt } = row;
  return {
    ...{ id, propertyId, reservationId, guestId, fingerprint, status, createdAt, updatedAt },
    ...openFindings(row, sealing),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...toPolicy(row),
    ...openDecision(row, sealing),
  };
}

export function toFindingsPlace(screeningId: string): string {
  return `screening/findings/${screeningId}`;
}

export function toDecisionPlace(screeningId: string): string {
  return `screening/decision/${screeningId}`;
}

/** None before the conclusion, and none after the guest was forgotten. */
function openFindings({ id, sealedFindings }: ScreeningRow, sealing: Sealing): SealedFindings {
  if (sealedFindings === null) return { findings: [], reasons: [] };
  return sealing.open(toFindingsPlace(id), sealedFindings) as SealedFindings;
}

function openDecision(row: ScreeningRow, sealing: Sealing): { readonly decision?: Decision } {
  const { id, decision, sealedDecision, decidedAt } = row;
  if (decision === null || sealedDecision === null || decidedAt === null) return {};
  const opened = sealing.open(toDecisionPlace(id), sealedDecision) as SealedDecision;
  return { decision: { decision, ...opened, decidedAt } };
}

function toPolicy({ policyName, policyVersion }: ScreeningRow): Pick<Screening, 'policy'> {
  if (policyName === null || policyVersion === null) return {};
  return { policy: { name: policyName, version: policyVersion } };
}
