import { expect, test } from '@jest/globals';
import { listOperations, loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { listDescriptionDifferences } from '../support/sandbox-description-differences.ts';
import { describeAgainstVendor, getVendorDocument } from '../support/sandbox-vendor-document.ts';

interface MeantDifference {
  readonly where: RegExp;
  readonly because: string;
}

const meant: readonly MeantDifference[] = [
  {
    where: /: format none, the vendor says date-time$/,
    because: 'what is spoken has no T and no offset: our pattern says so, and reads ISO 8601 too',
  },
  {
    where: /answer.*[dD]ate: format none, the vendor says date$/,
    because: 'birth and document dates can be empty strings: a pattern allows both',
  },
  {
    where: /property(CheckIn|CheckOut)Time: format none, the vendor says time$/,
    because: 'shown, never computed with',
  },
  {
    where: /answer\/message: unknown to the vendor$/,
    because: 'every operation can refuse with a message; the vendor says so in words, and in the schema of some',
  },
  {
    where: /ustomFields\/\[\]: required customFieldName customFieldValue, the vendor says none$/,
    because: 'a value without a name, or a name without a value, cannot be meant',
  },
  { where: /^postGuest body\/guestEmail: format email/, because: 'the address of a new guest must be one' },
  { where: /^postWebhook body\/endpointUrl: format uri/, because: 'the address to be rung at must be one' },
  {
    where: /^postAccessToken body: required client_id client_secret grant_type/,
    because: 'the vendor says in words which fields each grant type needs; these three are needed by all',
  },
  { where: /^postGuestDocument body: multipart/, because: 'a file does not fit into a urlencoded form' },
];

const called = [
  ...['getReservations', 'getReservation', 'getGuest', 'getGuestsModified', 'getGuestNotes', 'getCustomFields'],
  ...['getHotels', 'getHotelDetails', 'getWebhooks', 'putGuest', 'postGuest', 'postGuestNote', 'putGuestNote'],
  ...['postCustomField', 'postWebhook', 'deleteWebhook', 'postGuestDocument', 'postAppError'],
  ...['getAppState', 'postAppState', 'getMetadata', 'postAccessToken'],
];

test('our description of the PMS API holds exactly the operations that we call', () => {
  const described = listOperations(loadOpenApiDocument('cloudbeds')).map(({ operation }) => operation.operationId);
  expect(described).toEqual(called);
});

describeAgainstVendor('our description of the PMS API beside the vendor’s', () => {
  const listAll = () =>
    listDescriptionDifferences({ ours: loadOpenApiDocument('cloudbeds'), theirs: getVendorDocument() });

  test('differs only where that is meant', () => {
    const unexplained = listAll().filter((difference) => !meant.some(({ where }) => where.test(difference)));
    expect(unexplained).toEqual([]);
  });

  test('differs everywhere where that is meant', () => {
    const differences = listAll();
    const unused = meant.filter(({ where }) => !differences.some((difference) => where.test(difference)));
    expect(unused).toEqual([]);
  });
});
