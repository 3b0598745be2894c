import { describe, expect, it } from '@jest/globals';
import { toDaytime } from '../../../src/domain/mail/daytime.ts';

describe('toDaytime', () => {
  it.each([
    ['by day', '2026-07-01T10:00:00.000Z', 'Europe/Lisbon', '2026-07-01T10:00:00.000Z'],
    ['late in the evening', '2026-07-01T19:30:00.000Z', 'Europe/Lisbon', '2026-07-02T08:00:00.000Z'],
    ['early in the morning', '2026-07-01T05:15:00.000Z', 'Europe/Lisbon', '2026-07-01T08:00:00.000Z'],
    ['when it is night there and day here', '2026-07-01T12:00:00.000Z', 'Pacific/Auckland', '2026-07-01T21:00:00.000Z'],
    [
      'in a night that lacks an hour, an hour later',
      '2026-03-28T22:00:00.000Z',
      'Europe/Berlin',
      '2026-03-29T08:00:00.000Z',
    ],
    ['before clocks go back', '2026-10-24T21:00:00.000Z', 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['at a half-hour offset', '2026-07-01T20:00:00.000Z', 'Asia/Kolkata', '2026-07-02T03:30:00.000Z'],
  ])('waits for the morning of the property, %s', (_when, at, timeZone, expected) => {
    expect(toDaytime(at, timeZone)).toBe(expected);
  });
});
