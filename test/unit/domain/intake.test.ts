import { expect, test } from '@jest/globals';
import { type Intake, type KnownSubject, toIntake } from '../../../src/domain/intake.ts';
import type { ReservationStatus } from '../../../src/domain/subject.ts';
import { toSampleFields, toSampleSubject } from './sample-subject.ts';

const today = '2026-11-23';
const asKnown: KnownSubject = { fingerprint: 'now', isActive: true };
const changed: KnownSubject = { fingerprint: 'before', isActive: true };
const inactive: KnownSubject = { fingerprint: 'now', isActive: false };

interface Row {
  readonly what: string;
  readonly status: ReservationStatus;
  readonly departsOn: string;
  readonly known: KnownSubject | undefined;
  readonly intake: Intake;
}

const rows: readonly Row[] = [
  { what: 'a new guest', status: 'confirmed', departsOn: '2026-11-26', known: undefined, intake: 'screen' },
  {
    what: 'a new guest of an unconfirmed booking',
    status: 'not_confirmed',
    departsOn: '2026-11-26',
    known: undefined,
    intake: 'screen',
  },
  { what: 'a new guest in house', status: 'checked_in', departsOn: '2026-11-26', known: undefined, intake: 'screen' },
  {
    what: 'a new guest who leaves today',
    status: 'confirmed',
    departsOn: '2026-11-23',
    known: undefined,
    intake: 'screen',
  },
  {
    what: 'a guest whose data changed',
    status: 'confirmed',
    departsOn: '2026-11-26',
    known: changed,
    intake: 'screen',
  },
  {
    what: 'a guest who is back, though nothing changed',
    status: 'confirmed',
    departsOn: '2026-11-26',
    known: inactive,
    intake: 'screen',
  },
  { what: 'the echo of our own write', status: 'confirmed', departsOn: '2026-11-26', known: asKnown, intake: 'none' },
  {
    what: 'an arrival that changes no data',
    status: 'checked_in',
    departsOn: '2026-11-26',
    known: asKnown,
    intake: 'none',
  },
  { what: 'a cancelled stay', status: 'canceled', departsOn: '2026-11-26', known: asKnown, intake: 'stop' },
  { what: 'a guest who did not come', status: 'no_show', departsOn: '2026-11-26', known: asKnown, intake: 'stop' },
  { what: 'a guest who left early', status: 'checked_out', departsOn: '2026-11-26', known: changed, intake: 'stop' },
  { what: 'a stay that is over by date', status: 'confirmed', departsOn: '2026-11-22', known: asKnown, intake: 'stop' },
  {
    what: 'a stay that is over though nobody checked it out',
    status: 'checked_in',
    departsOn: '2026-11-22',
    known: asKnown,
    intake: 'stop',
  },
  {
    what: 'a booking that was cancelled before it was seen',
    status: 'canceled',
    departsOn: '2026-11-26',
    known: undefined,
    intake: 'none',
  },
  {
    what: 'a stay that was over before it was seen',
    status: 'checked_out',
    departsOn: '2026-11-20',
    known: undefined,
    intake: 'none',
  },
  {
    what: 'a cancelled stay that was stopped already',
    status: 'canceled',
    departsOn: '2026-11-26',
    known: inactive,
    intake: 'none',
  },
];

test.each(rows)('$what: $intake', ({ status: reservationStatus, departsOn, known, intake }) => {
  const subject = toSampleSubject({ reservationStatus, fields: toSampleFields({ departsOn }) });
  expect(toIntake(subject, 'now', { known, today })).toBe(intake);
});
