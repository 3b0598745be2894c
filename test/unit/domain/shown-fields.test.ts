import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Screening } from '../../../src/domain/screening.ts';
import {
  noteHeading,
  type ShownFields,
  summaryLimit,
  toNote,
  toShownFields,
  toSummary,
} from '../../../src/domain/shown-fields.ts';

const open: Screening = {
  id: 'S1',
  propertyId: 'P1',
  reservationId: 'R1',
  guestId: 'G1',
  fingerprint: 'f',
  status: 'in_progress',
  reasons: [],
  findings: [],
  createdAt: '2026-11-23T09:00:00.000Z',
  updatedAt: '2026-11-23T09:15:59.999Z',
};
const screening: Screening = { ...open, status: 'completed', outcome: 'clear' };
const decided = { reason: 'known', decidedBy: 'desk', decidedAt: '2026-11-23T09:15:00.000Z' };
const shownOf = (changes: Partial<Screening>) => toShownFields({ ...screening, ...changes }, 'Europe/Berlin');

const toFinding = (changes: Partial<Finding>): Finding => ({
  provider: 'sanctions',
  providerVersion: '1',
  label: 'Sanctions',
  result: 'clear',
  reasons: [],
  checkedAt: '2026-11-23T09:00:00.000Z',
  ...changes,
});

describe('status and outcome', () => {
  test.each([
    ['in_progress', 'In progress'],
    ['waiting_for_guest', 'Waiting for guest'],
    ['completed', 'Completed'],
    ['failed', 'Failed'],
  ] as const)('the status %s reads %s', (status, words) => {
    expect(shownOf({ status })?.screening_status).toBe(words);
  });

  test.each([
    ['clear', 'Clear'],
    ['review', 'Review'],
    ['flagged', 'Flagged'],
  ] as const)('the outcome %s reads %s', (outcome, words) => {
    expect(shownOf({ outcome })?.screening_outcome).toBe(words);
  });

  test.each([
    ['approved', 'Approved'],
    ['declined', 'Declined'],
  ] as const)('what a person %s stands over what the machine found', (decision, words) => {
    expect(shownOf({ outcome: 'flagged', decision: { ...decided, decision } })?.screening_outcome).toBe(words);
  });

  test('the outcome is empty while there is none', () => {
    expect(toShownFields(open, 'Europe/Berlin')).toMatchObject({
      screening_status: 'In progress',
      screening_outcome: '',
    });
  });

  test('nothing is shown of a stopped screening', () => {
    expect(shownOf({ status: 'stopped' })).toBeUndefined();
  });

  test.each([
    ['Europe/Berlin', '2026-11-23 10:15'],
    ['Asia/Tokyo', '2026-11-23 18:15'],
    ['America/New_York', '2026-11-23 04:15'],
    ['Pacific/Auckland', '2026-11-23 22:15'],
  ])('in %s it was updated at %s', (timeZone, minute) => {
    expect(toShownFields(screening, timeZone)?.screening_updated).toBe(minute);
  });
});

describe('the summary', () => {
  test.each<[string, Partial<Finding>, string]>([
    ['a clear check', {}, 'Sanctions: clear'],
    ['a clear check with a note', { note: 'lists of 20 Aug' }, 'Sanctions: clear (lists of 20 Aug)'],
    ['a match', { result: 'match', strength: 'strong' }, 'Sanctions: strong match'],
    ['a match of unknown strength', { result: 'match' }, 'Sanctions: possible match'],
    ['a match with a note', { result: 'match', note: 'one night' }, 'Sanctions: one night'],
    ['a check that lacks data', { result: 'incomplete' }, 'Sanctions: more needed'],
    ['a check that waits', { result: 'pending' }, 'Sanctions: waiting for an answer'],
    ['a check that could not be asked', { result: 'unavailable' }, 'Sanctions: could not be asked'],
  ])('%s', (_what, finding, words) => {
    expect(toSummary([toFinding(finding)])).toBe(words);
  });

  test('each check has its turn, in order', () => {
    const findings = [toFinding({}), toFinding({ label: 'House list' })];
    expect(toSummary(findings)).toBe('Sanctions: clear · House list: clear');
  });

  test('it is empty without findings', () => {
    expect(toSummary([])).toBe('');
  });

  test('it never exceeds what the PMS keeps, and ends where it was cut', () => {
    const summary = toSummary(Array.from({ length: 20 }, (_unused, index) => toFinding({ label: `Check ${index}` })));
    expect(summary).toHaveLength(summaryLimit);
    expect(summary.endsWith('…')).toBe(true);
  });

  test('at the limit nothing is cut', () => {
    const label = 'x'.repeat(summaryLimit - ': clear'.length);
    expect(toSummary([toFinding({ label })])).toBe(`${label}: clear`);
  });

  test('it is not cut through the middle of a character', () => {
    for (const padding of ['', 'x']) {
      const summary = toSummary([toFinding({ label: `${padding}${'🏨'.repeat(200)}` })]);
      expect(summary.isWellFormed()).toBe(true);
      expect(summary.length).toBeLessThanOrEqual(summaryLimit);
    }
  });

  test.each([
    ['4111111111111111', '…'],
    ['4111 1111 1111 1111', '…'],
    ['4111-1111-1111-1111', '…'],
    ['4111.1111.1111.1111', '…'],
    ['4111  1111  1111  1111', '…'],
    ['1234567890123', '…'],
    ['123456789012', '123456789012'],
    ['2026-11-23', '2026-11-23'],
  ])('the digits %s read %s', (note, shown) => {
    expect(toSummary([toFinding({ note })])).toBe(`Sanctions: clear (${shown})`);
  });

  test('it is one line, whatever a provider notes', () => {
    expect(toSummary([toFinding({ note: 'two\nlines' })])).toBe('Sanctions: clear (two lines)');
  });
});

describe('the note', () => {
  const fields: ShownFields = {
    screening_status: 'Completed',
    screening_outcome: 'Review',
    screening_summary: 'House list: clear',
    screening_updated: '2026-11-23 10:15',
    screening_link: '',
  };

  test('its first line is how it is found again', () => {
    const [first] = toNote(fields).split('\n');
    expect(first).toBe('Guest screening: Completed – Review');
    expect(toNote(fields).startsWith(noteHeading)).toBe(true);
  });

  test('it says so while there is no outcome', () => {
    expect(toNote({ ...fields, screening_outcome: '' })).toMatch(/^Guest screening: Completed – no outcome yet\n/);
  });

  test('summary and time follow', () => {
    expect(toNote(fields).split('\n').slice(1)).toEqual(['House list: clear', 'Updated 2026-11-23 10:15']);
  });

  test('the form is in it while it is open', () => {
    const screening_link = 'https://screening.example.org/form/abc';
    expect(toNote({ ...fields, screening_link })).toContain(`\nForm: ${screening_link}\n`);
  });

  test('no line is empty', () => {
    expect(toNote({ ...fields, screening_summary: '' }).split('\n')).not.toContain('');
  });
});
