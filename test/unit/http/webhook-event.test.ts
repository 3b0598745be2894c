import { describe, expect, test } from '@jest/globals';
import { InvalidRequest } from '../../../src/http/problems/invalid-request.ts';
import type { JsonObject } from '../../../src/http/json-object.ts';
import { toEventReading } from '../../../src/http/webhook-event.ts';

const receiver = { propertyId: '12345', receivedAt: '2026-11-23T09:15:00.000Z' };
const bell = { event: 'guest/details_changed', timestamp: 1763888400.123 };

const read = (body: JsonObject) => toEventReading(body, receiver);

function getEvent(body: JsonObject, at = receiver) {
  const reading = toEventReading(body, at);
  if (reading.meaning !== 'event') throw new Error(reading.meaning);
  return reading.event;
}

describe('an event of the PMS', () => {
  test.each([
    ['propertyID and guestID', { propertyID: 12345, guestID: 98765 }],
    ['propertyId and guestId', { propertyId: '12345', guestId: '98765' }],
    ['upper case', { PROPERTYID: '12345', GUESTID: '98765' }],
    ['text twins', { propertyID: 12345, propertyID_str: '12345', guestID: 98765, guestID_str: '98765' }],
    ['text twins in the other spelling', { propertyId_str: '12345', guestId_str: '98765' }],
    ['no property, whose address says enough', { guestID: '98765' }],
    ['empty values beside', { propertyID: null, guestID: '98765', reservationID: '' }],
  ])('is read with %s', (_, ids) => {
    expect(getEvent({ ...bell, ...ids })).toMatchObject({
      propertyId: '12345',
      name: 'guest/details_changed',
      guestId: '98765',
    });
  });

  test('takes the text where the number has lost its last digits', () => {
    const event = getEvent({ ...bell, reservationID: 2 ** 63, reservationID_str: '12345678901234567890' });
    expect(event.reservationId).toBe('12345678901234567890');
  });

  test('that is not known, or of another property, is nothing to us', () => {
    expect(read({ ...bell, event: 'housekeeping/cleaned' })).toEqual({ meaning: 'unknown_event' });
    expect(read({ ...bell, propertyID: '54321' })).toEqual({ meaning: 'other_property' });
    expect(read({ ...bell, propertyID: 12345, propertyID_str: '54321' })).toEqual({ meaning: 'other_property' });
  });

  test.each([
    ['no name', { propertyID: 12345 }],
    ['a number for a name', { event: 17 }],
    ['an object for a property', { ...bell, propertyID: { id: 12345 } }],
    ['a list for a guest', { ...bell, guestID: ['98765'] }],
    ['a flag for a reservation', { ...bell, reservationID: true }],
    ['half a guest', { ...bell, guestID: 1.5 }],
    ['a negative guest', { ...bell, guestID: -1 }],
    ['a text that is no ID', { ...bell, guestID: 'Maria Santos' }],
    ['an endless ID', { ...bell, guestID: '9'.repeat(65) }],
  ])('with %s is refused, without its value', (_, body) => {
    expect(() => read(body)).toThrow(InvalidRequest);
  });
});

describe('the id of an event', () => {
  test('is the same for the same delivery, whatever the order of its keys', () => {
    const one = getEvent({ ...bell, guestID: 1, inner: { a: 1, b: [1, 2] } });
    const other = getEvent({ inner: { b: [1, 2], a: 1 }, guestID: 1, ...bell });
    expect(other.id).toBe(one.id);
  });

  test.each([
    ['time stamp', { timestamp: 1763888401 }],
    ['guest', { guestID: 2 }],
    ['list', { inner: [2, 1] }],
  ])('differs with another %s', (_, change) => {
    const body = { ...bell, guestID: 1, inner: [1, 2] };
    expect(getEvent({ ...body, ...change }).id).not.toBe(getEvent(body).id);
  });

  test('differs between properties', () => {
    expect(getEvent(bell, { ...receiver, propertyId: '54321' }).id).not.toBe(getEvent(bell).id);
  });

  test('is a new one for every delivery without a time stamp, so that no later change is lost', () => {
    const body = { event: 'guest/details_changed', guestID: 1 };
    const later = { ...receiver, receivedAt: '2026-11-23T09:15:00.001Z' };
    expect(getEvent(body, later).id).not.toBe(getEvent(body).id);
  });
});
