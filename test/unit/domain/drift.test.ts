import { describe, expect, test } from '@jest/globals';
import {
  type Drift,
  type DriftHandling,
  type FoundFields,
  judgeDrift,
  toDriftAfterWrite,
} from '../../../src/domain/drift.ts';

const at = '2026-11-23T12:00:00.000Z';
const hourAgo = '2026-11-23T11:00:00.000Z';
const twoDaysAgo = '2026-11-21T12:00:00.000Z';
const told = {
  screening_status: 'Completed',
  screening_outcome: 'Flagged',
  screening_summary: 'House list: strong match',
  screening_updated: '2026-11-23 10:00',
  screening_link: '',
};

function judge(found: FoundFields, known: Partial<Drift> = {}, handling: DriftHandling = 'repair') {
  const drift = known.state === undefined ? [] : [{ ...seen, ...known }];
  return judgeDrift({ told, found, drift, handling, contestedElsewhere: new Set(['screening_link']), at });
}

const seen: Drift = { field: 'screening_outcome', state: 'seen', since: hourAgo, repairs: 0 };
const changed = { screening_outcome: 'Clear' };

describe('a field that shows what was written', () => {
  test.each([
    ['exactly', { ...told }],
    ['with spaces around it', { screening_outcome: ' Flagged ' }],
    ['with other spaces in it', { screening_summary: 'House list:  strong match' }],
    ['as far as it has room', { screening_summary: 'House list: str…' }],
    ['or is not spoken of', {}],
  ])('%s is no drift', (_, found) => {
    expect(judge(found)).toEqual({ told, drift: [], repairs: [], contested: [] });
  });

  test('escaped as for a page is no drift', () => {
    const [summary, escaped] = ["Contact: <none> · 'A & B'", 'Contact: &lt;none&gt; &middot; &#039;A &amp; B&#39;'];
    const question = { told: { ...told, screening_summary: summary }, found: { screening_summary: escaped } };
    const verdict = judgeDrift({ ...question, drift: [], handling: 'repair', contestedElsewhere: new Set(), at });
    expect(verdict.repairs).toEqual([]);
  });

  test('again is respected and contested no longer', () => {
    for (const state of ['respected', 'contested'] as const) expect(judge({ ...told }, { state }).drift).toEqual([]);
    expect(judge({ ...told }, { state: 'repaired', repairs: 1 }).drift).toHaveLength(1);
  });
});

describe('a field that shows something else', () => {
  test('counts as never told, and is to be written again', () => {
    const verdict = judge(changed);
    expect(verdict.told).toEqual({ ...told, screening_outcome: 'Clear' });
    expect(verdict.drift).toEqual([{ ...seen, since: at }]);
    expect(verdict.repairs).toEqual(['screening_outcome']);
  });

  test('or nothing, just so', () => {
    expect(judge({ screening_outcome: '' }).repairs).toEqual(['screening_outcome']);
  });

  test('is written again three times within a day, then contested, and only once that is news', () => {
    expect(judge(changed, { state: 'repaired', repairs: 2 }).repairs).toHaveLength(1);
    const given = judge(changed, { state: 'repaired', repairs: 3 });
    expect(given).toMatchObject({ told, repairs: [], contested: ['screening_outcome'] });
    expect(given.drift).toEqual([{ ...seen, state: 'contested', repairs: 3 }]);
    expect(judge(changed, { state: 'contested', repairs: 3 })).toMatchObject({ repairs: [], contested: [] });
  });

  test('is left alone where another guest’s had to be', () => {
    const verdict = judge({ screening_link: 'https://mine.example' });
    expect(verdict).toMatchObject({ told, repairs: [], contested: ['screening_link'] });
  });

  test('is written again on the next day', () => {
    const next = judge(changed, { state: 'contested', repairs: 3, since: twoDaysAgo });
    expect(next.repairs).toEqual(['screening_outcome']);
    expect(next.drift).toEqual([{ ...seen, since: at }]);
  });

  test('stands where the property respects it', () => {
    const verdict = judge(changed, {}, 'respect');
    expect(verdict).toMatchObject({ told, repairs: [], drift: [{ state: 'respected', since: at }] });
    expect(judge(changed, { state: 'respected' }, 'respect').drift).toEqual([{ ...seen, state: 'respected' }]);
  });
});

describe('once it is written', () => {
  const write = (drift: readonly Drift[], more: object = {}) =>
    toDriftAfterWrite(drift, { fields: ['screening_outcome'], missing: [], cut: [], at, ...more });

  test('a repair is counted, and forgotten after a day', () => {
    expect(write([seen])).toEqual([{ ...seen, state: 'repaired', repairs: 1 }]);
    expect(write([{ ...seen, state: 'repaired', repairs: 1, since: twoDaysAgo }])).toEqual([]);
  });

  test('what was respected or contested has been said anew', () => {
    for (const state of ['respected', 'contested', 'missing', 'cut'] as const) {
      expect(write([{ ...seen, state }])).toEqual([]);
    }
  });

  test('what has no place, or too little, is remembered', () => {
    expect(write([], { missing: ['screening_outcome'] })).toEqual([{ ...seen, state: 'missing', since: at }]);
    expect(write([], { cut: ['screening_outcome'] })).toEqual([{ ...seen, state: 'cut', since: at }]);
  });

  test('of other fields nothing changes', () => {
    const other: Drift = { ...seen, field: 'screening_link' };
    expect(write([other])).toEqual([other]);
  });
});
