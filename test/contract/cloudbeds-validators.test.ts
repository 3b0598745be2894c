import { describe, expect, test } from '@jest/globals';
import { loadOpenApiDocument, type OpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';

const cloudbeds = getOperationValidators(loadOpenApiDocument('cloudbeds'));

describe('a query', () => {
  test('becomes what the description says, defaults included', () => {
    const query = { includeGuestsDetails: 'true', pageNumber: '2' };
    const { value, problems } = cloudbeds.validateQuery('getReservations', query);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ includeGuestsDetails: true, pageNumber: 2, pageSize: 100 });
    expect(query.pageNumber).toBe('2');
  });

  test('is told what is unknown, missing and wrong, with its place', () => {
    expect(cloudbeds.validateQuery('getGuestNotes', { guest: '1', propertyID: 'x' }).problems).toEqual(
      expect.arrayContaining([
        { path: '/guestID', message: 'is required' },
        { path: '/guest', message: 'is not known' },
        { path: '/propertyID', message: expect.stringContaining('pattern') },
      ]),
    );
  });
});

describe('a body', () => {
  test('of a form is coerced', () => {
    const form = { name: 'Diet', shortcode: 'diet', isPersonal: 'true', maxCharacters: '255' };
    const { value, problems } = cloudbeds.validateBody('postCustomField', form);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ isPersonal: true, maxCharacters: 255, applyTo: 'reservation' });
  });

  test('of JSON is not coerced', () => {
    const validators = getOperationValidators(jsonDocument);
    expect(validators.validateBody('decide', { weight: 1 }).problems).toEqual([]);
    expect(validators.validateBody('decide', { weight: '1' }).problems).toEqual([
      { path: '/weight', message: 'must be integer' },
    ]);
  });

  test('is missed when it is required, and not expected where none is described', () => {
    expect(cloudbeds.validateBody('putGuest', undefined).problems).toHaveLength(1);
    expect(cloudbeds.validateBody('getHotels', {}).problems).toHaveLength(1);
    expect(cloudbeds.validateBody('getHotels', undefined).problems).toEqual([]);
  });

  test('shows up in problems by place only, never by value', () => {
    const body = { guestID: 'canary-1', guestGender: 'canary-2', guestBirthDate: 'canary-3', guestCountry: 'canary-4' };
    const { problems } = cloudbeds.validateBody('putGuest', body);
    expect(problems).toHaveLength(4);
    expect(JSON.stringify(problems)).not.toContain('canary');
  });
});

describe('an answer', () => {
  test('may be data or a refusal, and complaints are about the nearer of the two', () => {
    expect(cloudbeds.validateAnswer('getGuestNotes', 200, { success: true, data: [] })).toEqual([]);
    expect(cloudbeds.validateAnswer('getGuestNotes', 200, { success: false, message: 'no' })).toEqual([]);
    expect(cloudbeds.validateAnswer('getGuestNotes', 200, { success: true })).toEqual([
      { path: '/data', message: 'is required' },
    ]);
  });

  test('of a status that is described without content may be anything', () => {
    expect(cloudbeds.validateAnswer('getHotels', 502, '<html>')).toEqual([]);
  });

  test('of a status that is not described is a problem', () => {
    expect(cloudbeds.validateAnswer('getHotels', 418, {})).toHaveLength(1);
  });
});

test('an operation that does not exist is a mistake of the caller', () => {
  expect(() => cloudbeds.validateBody('getEverything', {})).toThrow('getEverything');
});

const jsonDocument: OpenApiDocument = {
  openapi: '3.1.0',
  paths: {
    '/decisions/{id}': {
      post: {
        operationId: 'decide',
        requestBody: {
          content: { 'application/json': { schema: { type: 'object', properties: { weight: { type: 'integer' } } } } },
        },
        responses: { '204': {} },
      },
    },
  },
};
