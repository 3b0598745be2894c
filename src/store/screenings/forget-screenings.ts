import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { type SealedDecision, toDecisionPlace } from './screening-row.ts';
import type { Sealed } from '../tables.ts';

/** Takes what is said of a person out of a subject's screenings. That and by whom it was decided stays, why does not. */
export function createForgetScreenings({ database, sealing }: RowParts): (subjectNo: number) => Promise<void> {
  const forgetFindings = prepareChange(database, (given: { subjectNo: number }) =>
    database
      .updateTable('screening')
      .set({ sealed_findings: null, fingerprint: '' })
      .where('subject_no', '=', given.subjectNo),
  );
  const listDecided = prepareRows(database, (given: { subjectNo: number }) =>
    database
      .selectFrom('screening')
      .select(['id', 'sealed_decision as sealedDecision'])
      .where('subject_no', '=', given.subjectNo)
      .where('sealed_decision', 'is not', null),
  );
  const saveDecision = prepareChange(database, (given: { id: string; sealed: Sealed }) =>
    database.updateTable('screening').set({ sealed_decision: given.sealed }).where('id', '=', given.id),
  );

  return async (subjectNo) => {
    await forgetFindings({ subjectNo });
    for (const { id, sealedDecision } of await listDecided({ subjectNo })) {
      if (sealedDecision === null) continue;
      const place = toDecisionPlace(id);
      const decision = sealing.open(place, sealedDecision) as SealedDecision;
      await saveDecision({ id, sealed: sealing.seal(place, { ...decision, reason: '' }) });
    }
  };
}
