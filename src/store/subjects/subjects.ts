import type { Subject } from '../../domain/subject.ts';
import type { KnownSubject } from '../../domain/intake.ts';
import type { SubjectRepository } from '../../ports/store.ts';
import { toJsonRows } from '../engine.ts';
import { createForgetScreenings } from '../screenings/forget-screenings.ts';
import type { RowParts } from '../row-parts.ts';
import { type StoredSubjectRow, toStoredSubject, toSubject, toSubjectPlace, withoutPerson } from './subject-row.ts';
import { createSubjectSearch } from './subject-search.ts';
import { createSubjectStatements, type SubjectStatements } from './subject-statements.ts';

export function createSubjects(parts: RowParts): SubjectRepository {
  const { sealing } = parts;
  const statements = createSubjectStatements(parts);
  const forgetScreenings = createForgetScreenings(parts);
  const toStored = (row: StoredSubjectRow) => toStoredSubject(row, sealing);

  const save = createSaveSubject(parts, statements);

  return {
    async find({ propertyId, reservationId, guestId }) {
      const [row] = await statements.find({ propertyId, reservationId, guestId });
      return row && toStored(row);
    },
    async listByReservations(propertyId, reservationIds) {
      if (reservationIds.length === 0) return [];
      const ids = toJsonRows(reservationIds.map((id) => [id]));
      return (await statements.listByReservations({ propertyId, ids })).map(toStored);
    },
    async listByGuest(propertyId, guestId) {
      return (await statements.listByGuest({ propertyId, guestId })).map(toStored);
    },
    async listActiveReservations(propertyId, { from, to }) {
      const found = await statements.listActiveReservations({ propertyId, from, to, arrivedFrom: toYearBefore(from) });
      return found.map(({ reservationId }) => reservationId);
    },
    async save(subject, state) {
      const { propertyId, reservationId, guestId } = subject;
      const [known] = await statements.find({ propertyId, reservationId, guestId });
      await save(subject, state, known);
    },
    async setInactive({ propertyId, reservationId, guestId }) {
      await statements.setInactive({ propertyId, reservationId, guestId });
    },
    async forgetGuest(propertyId, guestId) {
      for (const row of await statements.listByGuest({ propertyId, guestId })) {
        const subject = toSubject(row, sealing);
        const forgotten = { ...subject, fields: withoutPerson(subject.fields) };
        // A fingerprint is made of the person's data, so it goes too.
        await save(forgotten, { fingerprint: '', isActive: row.isActive === 1 }, row);
        await forgetScreenings(row.no);
      }
    },
  };
}

/** Who arrived longer ago than a year has left. */
function toYearBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 366 * 86_400_000).toISOString().slice(0, 10);
}

type SaveSubject = (subject: Subject, state: KnownSubject, known: StoredSubjectRow | undefined) => Promise<void>;

/** `known` is the row as it is before. */
function createSaveSubject(parts: RowParts, statements: SubjectStatements): SaveSubject {
  const { sealing } = parts;
  const search = createSubjectSearch(parts);
  return async (subject, state, known) => {
    const { propertyId, reservationId, guestId, reservationStatus, fields } = subject;
    const { arrivesOn, departsOn } = fields;
    const searchDigests = search.toDigests(subject);
    const [saved] = await statements.save({
      propertyId,
      reservationId,
      guestId,
      reservationStatus,
      isActive: state.isActive ? 1 : 0,
      fingerprint: state.fingerprint,
      arrivesOn,
      departsOn,
      sealedFields: sealing.seal(toSubjectPlace(subject), fields),
      searchDigests,
    });
    if (saved === undefined) throw new Error('A subject was saved, and is not there.');
    await search.replace({ propertyId, subjectNo: saved.no, before: known?.searchDigests, after: searchDigests });
    if (known !== undefined && known.arrivesOn !== arrivesOn) await statements.moveArrival({ no: known.no, arrivesOn });
  };
}
