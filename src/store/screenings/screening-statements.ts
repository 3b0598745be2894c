import { sql } from 'kysely';
import type { Outcome } from '../../domain/policy.ts';
import type { Decision, ScreeningStatus } from '../../domain/screening.ts';
import type { SubjectKey } from '../../ports/store.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { screeningColumns } from './screening-row.ts';
import type { Sealed } from '../tables.ts';

interface ConclusionRow {
  readonly screeningId: string;
  readonly status: ScreeningStatus;
  readonly outcome: Outcome | null;
  readonly policyName: string | null;
  readonly policyVersion: string | null;
  readonly sealed: Sealed;
  readonly at: string;
}

interface DecisionRow {
  readonly screeningId: string;
  readonly decision: Decision['decision'];
  readonly decidedAt: string;
  readonly sealed: Sealed;
}

export function createScreeningStatements(parts: RowParts) {
  return { ...createStart(parts), ...createEnd(parts) };
}

function createStart({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: { screeningId: string }) =>
      database
        .selectFrom('screening')
        .innerJoin('subject', 'subject.no', 'screening.subject_no')
        .select(screeningColumns)
        .where('screening.id', '=', given.screeningId),
    ),
    add: prepareChange(
      database,
      (given: SubjectKey & { readonly id: string; readonly fingerprint: string; readonly createdAt: string }) =>
        database
          .insertInto('screening')
          .columns([
            ...(['id', 'fingerprint', 'created_at', 'updated_at', 'status', 'is_current'] as const),
            ...(['subject_no', 'property_id', 'arrives_on'] as const),
          ])
          .expression(
            subjectOf(database, given).select([
              sql<string>`${given.id}`.as('id'),
              sql<string>`${given.fingerprint}`.as('fingerprint'),
              sql<string>`${given.createdAt}`.as('created_at'),
              sql<string>`${given.createdAt}`.as('updated_at'),
              sql.lit('in_progress').as('status'),
              sql.lit(1).as('is_current'),
              'no',
              'property_id',
              'arrives_on',
            ]),
          ),
    ),
    /** The one before counts no longer, and ends where it is still open. */
    retireCurrent: prepareChange(database, (given: SubjectKey & { readonly at: string }) =>
      database
        .updateTable('screening')
        .set((row) => ({
          is_current: 0,
          status: row
            .case()
            .when(isOpen)
            .then(sql<ScreeningStatus>`'stopped'`)
            .else(row.ref('status'))
            .end(),
          updated_at: row.case().when(isOpen).then(given.at).else(row.ref('updated_at')).end(),
        }))
        .where('is_current', '=', sql.lit(1))
        .where('subject_no', '=', subjectOf(database, given).select('no')),
    ),
  };
}

function createEnd({ database }: RowParts) {
  return {
    saveConclusion: prepareChange(database, (given: ConclusionRow) =>
      database
        .updateTable('screening')
        .set((row) => ({
          status: given.status,
          outcome: given.outcome,
          shown_outcome: row.fn.coalesce('decision', sql<Outcome | null>`${given.outcome}`),
          policy_name: given.policyName,
          policy_version: given.policyVersion,
          sealed_findings: given.sealed,
          updated_at: given.at,
        }))
        .where('id', '=', given.screeningId),
    ),
    saveDecision: prepareChange(database, (given: DecisionRow) =>
      database
        .updateTable('screening')
        .set({
          decision: given.decision,
          shown_outcome: given.decision,
          decided_at: given.decidedAt,
          sealed_decision: given.sealed,
          updated_at: given.decidedAt,
        })
        .where('id', '=', given.screeningId),
    ),
    stopOpen: prepareChange(database, (given: SubjectKey & { readonly at: string }) =>
      database
        .updateTable('screening')
        .set({ status: 'stopped', updated_at: given.at })
        .where('is_current', '=', sql.lit(1))
        .where('subject_no', '=', subjectOf(database, given).select('no'))
        .where(isOpen),
    ),
  };
}

const isOpen = sql<boolean>`status in ('in_progress', 'waiting_for_guest')`;

function subjectOf(database: RowParts['database'], key: SubjectKey) {
  return database
    .selectFrom('subject')
    .where('property_id', '=', key.propertyId)
    .where('reservation_id', '=', key.reservationId)
    .where('guest_id', '=', key.guestId);
}
