import { toPersonKeys } from '../../src/domain/known-guest.ts';
import { toSearchTerms } from '../../src/domain/search-terms.ts';
import type { Subject } from '../../src/domain/subject.ts';
import type { StoreKeys } from '../../src/store/row-parts.ts';
import { toFindingsPlace } from '../../src/store/screenings/screening-row.ts';
import { toSubjectPlace } from '../../src/store/subjects/subject-row.ts';

type Cell = string | number | null;

/** Rows of each table, bytes as hex, in the order of `seededColumns`. */
export interface SeedRows {
  readonly subject: Cell[][];
  readonly subject_search: Cell[][];
  readonly screening: Cell[][];
  readonly timeline: Cell[][];
  readonly write_back: Cell[][];
}

/** `x'…'` marks a column of bytes. */
export const seededColumns: Readonly<Record<keyof SeedRows, string>> = {
  subject:
    'no property_id reservation_id guest_id reservation_status is_active fingerprint arrives_on departs_on x:sealed_fields x:search_digests',
  subject_search: 'property_id x:digest subject_no',
  screening:
    'id subject_no is_current property_id arrives_on fingerprint status outcome shown_outcome policy_name policy_version x:sealed_findings created_at updated_at',
  timeline: 'subject_no screening_id at event x:sealed_actor',
  write_back: 'property_id guest_id screening_id state at x:sealed_written',
};

export interface SeedPlan {
  readonly keys: StoreKeys;
  readonly random: () => number;
  /** When everything was screened. */
  readonly at: string;
}

/** One subject with its screenings, of which the last counts, as the store would have written them. */
export function addSubject(
  rows: SeedRows,
  subject: Subject,
  plan: SeedPlan & { readonly no: number; readonly screenings: number },
): void {
  const { keys, no, at, random } = plan;
  const { propertyId, reservationId, guestId, reservationStatus, fields } = subject;
  const digests = [...new Set([...toSearchTerms(subject), ...toPersonKeys(fields)].map(createDigests(keys)))];
  const sealed = keys.sealing.seal(toSubjectPlace(subject), fields).toString('hex');
  const { arrivesOn, departsOn } = fields;
  rows.subject.push([
    no,
    propertyId,
    reservationId,
    guestId,
    reservationStatus,
    1,
    `f${no}`,
    arrivesOn,
    departsOn,
    sealed,
    digests.join(''),
  ]);
  for (const digest of digests) rows.subject_search.push([propertyId, digest, no]);
  for (let round = 1; round <= plan.screenings; round += 1) {
    const id = toScreeningId(no, round);
    const outcome = toOutcome(random());
    const findings = keys.sealing.seal(toFindingsPlace(id), toFindings(outcome, at)).toString('hex');
    const isCurrent = round === plan.screenings ? 1 : 0;
    rows.screening.push([
      id,
      no,
      isCurrent,
      propertyId,
      arrivesOn,
      `f${no}`,
      'completed',
      outcome,
      outcome,
      'default',
      '1',
      findings,
      at,
      at,
    ]);
    const actor = keys.sealing.seal(`timeline/${id}`, 'system').toString('hex');
    for (const event of ['found', 'concluded']) rows.timeline.push([no, id, at, event, actor]);
    if (isCurrent === 1 && reservationId.endsWith('-0')) {
      const written = keys.sealing.seal(`write_back/${propertyId}/${guestId}`, { writtenFields: {} }).toString('hex');
      rows.write_back.push([propertyId, guestId, id, 'written', at, written]);
    }
  }
}

/** Scattered as random ids are: neighbours in time are no neighbours in an index. */
export function toScreeningId(subjectNo: number, round: number): string {
  const mixed = (Math.imul(subjectNo * 4 + round, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${mixed}-0000-4000-8000-${String(subjectNo * 4 + round).padStart(12, '0')}`;
}

const known = new WeakMap<StoreKeys, Map<string, string>>();

function createDigests(keys: StoreKeys): (term: string) => string {
  const digests = known.get(keys) ?? new Map<string, string>();
  known.set(keys, digests);
  return (term) => {
    const digest = digests.get(term) ?? Buffer.from(keys.digests.searchTerm(term)).toString('hex');
    if (term.length < 8) digests.set(term, digest);
    return digest;
  };
}

function toOutcome(chance: number): 'clear' | 'review' | 'flagged' {
  if (chance < 0.9) return 'clear';
  return chance < 0.98 ? 'review' : 'flagged';
}

function toFindings(outcome: string, at: string): object {
  const isClear = outcome === 'clear';
  const finding = (provider: string, label: string) => ({
    ...{ provider, providerVersion: '1', label, checkedAt: at },
    ...(isClear ? { result: 'clear' } : { result: 'match', strength: 'possible' }),
    reasons: isClear ? [] : [{ code: `${provider.replace('-', '_')}.one_night`, text: 'One night only' }],
  });
  const findings = [
    finding('house-list', 'House list'),
    finding('identity-document', 'Document'),
    finding('contact', 'Contact'),
    finding('booking-rules', 'Booking rules'),
  ];
  return { findings, reasons: isClear ? [] : [{ code: 'booking_rules.one_night', text: 'One night only' }] };
}
