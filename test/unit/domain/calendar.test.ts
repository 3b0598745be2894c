import { describe, expect, test } from '@jest/globals';
import {
  plusMs,
  toAgeOn,
  toDayAfter,
  toDaysBetween,
  toDayStart,
  toLocalDate,
  toLocalMinute,
} from '../../../src/domain/calendar.ts';

describe('the time on the property’s wall', () => {
  test.each([
    {
      when: 'before the clocks go forward',
      at: '2026-03-29T00:59:00.000Z',
      timeZone: 'Europe/Berlin',
      minute: '2026-03-29 01:59',
    },
    {
      when: 'after the clocks went forward',
      at: '2026-03-29T01:00:00.000Z',
      timeZone: 'Europe/Berlin',
      minute: '2026-03-29 03:00',
    },
    {
      when: 'before the clocks go back',
      at: '2026-10-25T00:30:00.000Z',
      timeZone: 'Europe/Berlin',
      minute: '2026-10-25 02:30',
    },
    {
      when: 'after the clocks went back',
      at: '2026-10-25T01:30:00.000Z',
      timeZone: 'Europe/Berlin',
      minute: '2026-10-25 02:30',
    },
    { when: 'at midnight', at: '2026-11-22T23:00:00.000Z', timeZone: 'Europe/Berlin', minute: '2026-11-23 00:00' },
    {
      when: 'in a zone of half hours',
      at: '2026-11-23T09:15:00.000Z',
      timeZone: 'Asia/Kolkata',
      minute: '2026-11-23 14:45',
    },
    {
      when: 'across the date line',
      at: '2026-11-23T11:00:00.000Z',
      timeZone: 'Pacific/Kiritimati',
      minute: '2026-11-24 01:00',
    },
    {
      when: 'on 29 February',
      at: '2028-02-29T12:00:00.000Z',
      timeZone: 'America/New_York',
      minute: '2028-02-29 07:00',
    },
  ])('$when', ({ at, timeZone, minute }) => {
    expect(toLocalMinute(at, timeZone)).toBe(minute);
    expect(toLocalDate(at, timeZone)).toBe(minute.slice(0, 10));
  });

  test('the same instant is another date elsewhere', () => {
    const at = '2026-12-31T23:30:00.000Z';
    expect([toLocalDate(at, 'America/Los_Angeles'), toLocalDate(at, 'Asia/Tokyo')]).toEqual([
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  test('an unknown time zone throws', () => {
    expect(() => toLocalDate('2026-11-23T00:00:00.000Z', 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('days between two dates', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-12-31', '2027-01-01', 1],
  ])('from %s to %s there are %s', (from, to, days) => {
    expect(toDaysBetween(from, to)).toBe(days);
  });
});

describe('age', () => {
  test.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-29', 20],
    ['2026-11-23', '2026-11-23', 0],
  ])('someone born on %s is on %s %s years old', (birthDate, on, years) => {
    expect(toAgeOn(birthDate, on)).toBe(years);
  });
});

test.each([
  [0, '2026-03-29T00:30:00.000Z'],
  [3_600_000, '2026-03-29T01:30:00.000Z'],
  [-3_600_000, '2026-03-28T23:30:00.000Z'],
])('%s milliseconds later is an instant, whatever the clocks on the wall do', (ms, later) => {
  expect(plusMs('2026-03-29T00:30:00.000Z', ms)).toBe(later);
});

describe('the beginning of a day', () => {
  test.each([
    ['2026-11-26', 'UTC', '2026-11-26T00:00:00.000Z'],
    ['2026-11-26', 'America/New_York', '2026-11-26T05:00:00.000Z'],
    ['2026-11-26', 'Pacific/Kiritimati', '2026-11-25T10:00:00.000Z'],
    ['2026-11-26', 'Pacific/Pago_Pago', '2026-11-26T11:00:00.000Z'],
    // Clocks skipped midnight.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // The island skipped the day.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s is %s', (date, timeZone, start) => {
    expect(toDayStart(date, timeZone)).toBe(start);
  });

  test('comes after the last day of a month or a year', () => {
    expect([toDayAfter('2028-02-28'), toDayAfter('2026-12-31')]).toEqual(['2028-02-29', '2027-01-01']);
    expect(toDayAfter('9999-12-31')).toBe('9999-12-31'); // people write it for ever: there is no fifth digit
  });
});
