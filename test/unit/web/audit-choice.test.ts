import { expect, test } from '@jest/globals';
import { noChoice, toAuditQuery } from '../../../src/web/dashboard/administration/audit/audit-choice.ts';

test.each([
  ['2026-11-23', 'Asia/Tokyo', ['2026-11-22T15:00:00.000Z', '2026-11-23T15:00:00.000Z']],
  ['2026-11-01', 'America/Los_Angeles', ['2026-11-01T07:00:00.000Z', '2026-11-02T08:00:00.000Z']],
  // Where clocks change before the day begins in London.
  ['2027-04-04', 'Australia/Sydney', ['2027-04-03T13:00:00.000Z', '2027-04-04T14:00:00.000Z']],
  ['2027-09-26', 'Pacific/Auckland', ['2027-09-25T12:00:00.000Z', '2027-09-26T11:00:00.000Z']],
  // This day has no midnight.
  ['2026-09-06', 'America/Santiago', ['2026-09-06T04:00:00.000Z', '2026-09-07T03:00:00.000Z']],
])('entries of %s in %s are those of the whole day there, and no others', (day, timeZone, [from, to]) => {
  expect(toAuditQuery({ ...noChoice, from: day, to: day }, timeZone)).toEqual({ from, to });
});
