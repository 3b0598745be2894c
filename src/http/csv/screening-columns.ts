import { isAtLeast, type Role } from '../../domain/access.ts';
import type { Finding } from '../../domain/finding.ts';
import { toShownOutcome } from '../../domain/screening.ts';
import { toGuestName } from '../../domain/subject.ts';
import type { ScreeningListItem } from '../../ports/store.ts';
import type { CsvColumn } from './csv-answer.ts';

type Column = CsvColumn<ScreeningListItem>;

const columns: readonly Column[] = [
  { name: 'arrival', toText: ({ subject }) => subject.fields.arrivesOn },
  { name: 'departure', toText: ({ subject }) => subject.fields.departsOn },
  { name: 'reservation', toText: ({ subject }) => subject.reservationId },
  { name: 'guest_id', toText: ({ subject }) => subject.guestId },
  { name: 'guest', toText: ({ subject }) => toGuestName(subject.fields) },
  { name: 'status', toText: ({ screening }) => screening.status },
  { name: 'outcome', toText: ({ screening }) => toShownOutcome(screening) ?? '' },
  { name: 'decided_by', toText: ({ screening }) => screening.decision?.decidedBy ?? '' },
  { name: 'decided_at', toText: ({ screening }) => screening.decision?.decidedAt ?? '' },
  { name: 'pms', toText: ({ writeBack }) => writeBack.state },
  { name: 'updated_at', toText: ({ screening }) => screening.updatedAt },
  { name: 'screening_id', toText: ({ screening }) => screening.id },
];

/** What the desk does not see. */
const detailColumns: readonly Column[] = [
  { name: 'decision_reason', toText: ({ screening }) => screening.decision?.reason ?? '' },
  { name: 'checks', toText: ({ screening }) => screening.findings.map(toWords).join(' · ') },
];

/** The columns of an export, as much of them as the viewer may see. */
export function listScreeningColumns(viewer: Role): readonly Column[] {
  return isAtLeast(viewer, 'reviewer') ? [...columns, ...detailColumns] : columns;
}

function toWords({ label, result, strength, reasons }: Finding): string {
  const said = strength === undefined ? result : `${strength} ${result}`;
  const why = reasons.map(({ text }) => text).join('; ');
  return why === '' ? `${label}: ${said}` : `${label}: ${said} (${why})`;
}
