import { describe, expect, it } from '@jest/globals';
import { toDaytime } from '../../../src/domain/mail/daytime.ts';

describe('toDaytime', () => {
  it.each([
    { when: 'by day', at: '2026-07-01T10:00:00.000Z', timeZone: 'Europe/Lisbon', expected: '2026-07-01T10:00:00.000Z' },
    {
      when: 'late in the evening',
      at: '2026-07-01T19:30:00.000Z',
      timeZone: 'Europe/Lisbon',
      expected: '2026-07-02T08:00:00.000Z',
    },
    {
      when: 'early in the morning',
      at: '2026-07-01T05:15:00.000Z',
      timeZone: 'Europe/Lisbon',
      expected: '2026-07-01T08:00:00.000Z',
    },
    {
      when: 'when it is night there and day here',
      at: '2026-07-01T12:00:00.000Z',
      timeZone: 'Pacific/Auckland',
      expected: '2026-07-01T21:00:00.000Z',
    },
    {
      when: 'in a night that lacks an hour, an hour later',
      at: '2026-03-28T22:00:00.000Z',
      timeZone: 'Europe/Berlin',
      expected: '2026-03-29T08:00:00.000Z',
    },
    {
      when: 'before clocks go back',
      at: '2026-10-24T21:00:00.000Z',
      timeZone: 'Europe/Berlin',
      expected: '2026-10-25T08:00:00.000Z',
    },
    {
      when: 'at a half-hour offset',
      at: '2026-07-01T20:00:00.000Z',
      timeZone: 'Asia/Kolkata',
      expected: '2026-07-02T03:30:00.000Z',
    },
  ])('waits for the morning of the property, $when', ({ at, timeZone, expected }) => {
    expect(toDaytime(at, timeZone)).toBe(expected);
  });
});
