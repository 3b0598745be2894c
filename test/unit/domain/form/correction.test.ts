import { describe, expect, test } from '@jest/globals';
import { dropSettled, overlayFields, toOverlay, withFormer } from '../../../../src/domain/form/overlay.ts';
import type { SubjectFields } from '../../../../src/domain/subject.ts';

const booked: SubjectFields = {
  firstName: 'Ingrid',
  isMainGuest: true,
  arrivesOn: '2026-12-01',
  departsOn: '2026-12-03',
  adults: 1,
  children: 0,
};
const first = toOverlay({ birthDate: '1984-02-09' }, booked);
const corrected = withFormer(toOverlay({ birthDate: '2012-02-09' }, booked), first, { birthDate: '2012-02-09' });

describe('a correction that is sent before anybody has seen what was said first in the PMS', () => {
  test.each([
    ['nothing yet', booked, '2012-02-09'],
    ['what was said first', { ...booked, birthDate: '1984-02-09' }, '2012-02-09'],
    ['what somebody there wrote', { ...booked, birthDate: '1990-01-01' }, '1990-01-01'],
  ])('where the PMS shows %s', (_shown, fields, birthDate) => {
    expect(overlayFields(fields, corrected).birthDate).toBe(birthDate);
  });

  test('is settled once the PMS shows it', () => {
    expect(dropSettled(corrected, { ...booked, birthDate: '1984-02-09' })).toEqual(corrected);
    expect(dropSettled(corrected, { ...booked, birthDate: '2012-02-09' })).toEqual({});
  });

  test('remembers all that was said before', () => {
    const again = withFormer(toOverlay({ birthDate: '1999-09-09' }, booked), corrected, { birthDate: '1999-09-09' });
    expect(overlayFields({ ...booked, birthDate: '1984-02-09' }, again).birthDate).toBe('1999-09-09');
  });

  test('holds where it goes back to what the PMS showed in the beginning', () => {
    const known = { ...booked, birthDate: '1970-07-07' };
    const changed = toOverlay({ birthDate: '1984-02-09' }, known);
    const back = withFormer(toOverlay({ birthDate: '1970-07-07' }, known), changed, { birthDate: '1970-07-07' });
    expect(overlayFields({ ...known, birthDate: '1984-02-09' }, back).birthDate).toBe('1970-07-07');
  });

  test('leaves alone what is said again as it was', () => {
    expect(withFormer(first, first, { birthDate: '1984-02-09' })).toEqual(first);
  });
});
