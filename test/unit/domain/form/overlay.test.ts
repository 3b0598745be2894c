import { describe, expect, test } from '@jest/globals';
import { dropSettled, overlayFields, toOverlay, withoutOverlay } from '../../../../src/domain/form/overlay.ts';
import type { SubjectFields } from '../../../../src/domain/subject.ts';

const shown: SubjectFields = {
  ...{ firstName: 'Ingrid', lastName: 'Solheim', email: 'ingrid.1@guest.booking.com' },
  ...{ isMainGuest: true, arrivesOn: '2026-12-01', departsOn: '2026-12-03', adults: 1, children: 0 },
};
const zone = 'P<NORSOLHEIM<<INGRID\nCCX1234567NOR8402092F3001059';
const document = { documentType: 'passport', documentNumber: 'CCX1234567', documentMrz: zone };

describe('what a guest says', () => {
  test('is laid over what the PMS shows, with what it showed then', () => {
    const overlay = toOverlay({ firstName: 'Ingrid Marie', birthDate: '1984-02-09', lastName: 'Solheim' }, shown);
    expect(overlay).toEqual({
      firstName: { value: 'Ingrid Marie', basis: 'Ingrid' },
      birthDate: { value: '1984-02-09' },
    });
    expect(overlayFields(shown, overlay)).toMatchObject({ firstName: 'Ingrid Marie', birthDate: '1984-02-09' });
  });

  test('and leaves empty says nothing', () => {
    expect(toOverlay({ firstName: '', arrivalTime: '18:00' }, shown)).toEqual({});
  });

  test('gives way to what somebody at the PMS has written since', () => {
    const overlay = toOverlay({ firstName: 'Ingrid Marie' }, shown);
    const corrected = { ...shown, firstName: 'Inga' };
    expect(overlayFields(corrected, overlay).firstName).toBe('Inga');
    expect(dropSettled(overlay, corrected)).toEqual({});
  });

  test('is settled once the PMS shows it', () => {
    const overlay = toOverlay({ birthDate: '1984-02-09' }, shown);
    expect(dropSettled(overlay, shown)).toEqual(overlay);
    expect(dropSettled(overlay, { ...shown, birthDate: '1984-02-09' })).toEqual({});
  });

  test('can be taken off again', () => {
    const overlay = toOverlay({ firstName: 'Ingrid Marie', birthDate: '1984-02-09' }, shown);
    expect(withoutOverlay(overlayFields(shown, overlay), overlay)).toEqual(shown);
  });
});

describe('a machine-readable zone', () => {
  const overlay = toOverlay(document, shown);
  const written = { ...shown, documentType: 'passport', documentNumber: 'CCX1234567' };

  test('is kept here, where the PMS has no place for it, for as long as the PMS shows its document', () => {
    const left = dropSettled(overlay, written);
    expect(Object.keys(left)).toEqual(['documentNumber', 'documentMrz']);
    expect(overlayFields(written, left).documentMrz).toBe(zone);
  });

  test('is laid over a document that the PMS showed before', () => {
    expect(overlayFields(written, toOverlay(document, written)).documentMrz).toBe(zone);
  });

  test('is not laid over another document', () => {
    const another = { ...written, documentNumber: 'X9999999' };
    expect(overlayFields(another, overlay)).toEqual(another);
  });
});
