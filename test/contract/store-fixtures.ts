import { randomUUID } from 'node:crypto';
import type { Screening } from '../../src/domain/screening.ts';
import type { Subject, SubjectFields } from '../../src/domain/subject.ts';
import type { HouseListEntry } from '../../src/ports/house-list.ts';
import type { NewJob } from '../../src/ports/jobs.ts';
import type { Rows, ScreeningResult, Store } from '../../src/ports/store.ts';

export const noon = '2026-11-23T12:00:00.000Z';

/** `minutes` after noon. */
export function at(minutes: number): string {
  return new Date(Date.parse(noon) + minutes * 60_000).toISOString();
}

export function toSubject(
  changes: Partial<Omit<Subject, 'fields'>> & { fields?: Partial<SubjectFields> } = {},
): Subject {
  const { fields, ...others } = changes;
  return {
    propertyId: 'P1',
    reservationId: 'R1',
    guestId: 'G1',
    reservationStatus: 'confirmed',
    ...others,
    fields: {
      firstName: 'Ana',
      lastName: 'Fontes',
      email: 'ana.fontes@example.com',
      documentNumber: 'X1234567',
      isMainGuest: true,
      arrivesOn: '2026-12-01',
      departsOn: '2026-12-04',
      adults: 2,
      children: 0,
      ...fields,
    },
  };
}

/** A subject that is saved and has a screening; answers its id. */
export async function addScreened(rows: Rows, subject: Subject, createdAt = noon): Promise<string> {
  const id = randomUUID();
  const { propertyId, reservationId, guestId } = subject;
  await rows.subjects.save(subject, { fingerprint: 'f1', isActive: true });
  await rows.screenings.add({ id, propertyId, reservationId, guestId, fingerprint: 'f1', createdAt });
  return id;
}

export const flagged: ScreeningResult = {
  status: 'completed',
  findings: [
    {
      provider: 'house-list',
      providerVersion: '1',
      label: 'House list',
      result: 'match',
      strength: 'strong',
      reasons: [{ code: 'house_list.ban', text: 'Broke the minibar' }],
      checkedAt: noon,
    },
  ],
  conclusion: {
    outcome: 'flagged',
    reasons: [{ code: 'house_list.ban', text: 'Broke the minibar' }],
    policy: { name: 'default', version: '3' },
    isIncomplete: false,
    explanation: {
      outcome: 'flagged',
      parts: [
        {
          rule: 'providers.house-list.onMatch.strong',
          text: 'House list: strong match means flagged',
          means: 'flagged',
        },
      ],
      points: 0,
      notAsked: [{ provider: 'identity', label: 'Identity', text: 'Not asked: only for new guests' }],
    },
  },
  at: at(1),
};

export const approval: NonNullable<Screening['decision']> = {
  decision: 'approved',
  reason: 'A namesake',
  decidedBy: 'night desk',
  decidedAt: at(2),
};

export function toEntry(changes: Partial<HouseListEntry> = {}): HouseListEntry {
  return {
    id: randomUUID(),
    propertyId: 'P1',
    kind: 'ban',
    names: ['Ana Fontes'],
    emails: [],
    phones: [],
    documentNumbers: [],
    reason: 'Broke the minibar',
    createdAt: noon,
    createdBy: 'night desk',
    state: 'active',
    steps: [{ act: 'added', at: noon, by: 'night desk' }],
    ...changes,
  };
}

export function toSync(changes: Partial<Omit<NewJob, 'kind' | 'payload'>> & { propertyId?: string } = {}): NewJob {
  const { propertyId = 'P1', ...others } = changes;
  return { kind: 'sync-property', payload: { propertyId }, urgency: 5, runAt: noon, ...others };
}

/** What each contract suite is handed: a new, empty store for each test. */
export interface StoreUnderTest {
  readonly store: Store;
}
