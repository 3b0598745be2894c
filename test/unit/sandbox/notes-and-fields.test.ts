import { expect, test } from '@jest/globals';
import { startTestSandbox, weekend } from '../../support/sandbox-fixture.ts';

const status = { name: 'Screening status', shortcode: 'screening_status', isPersonal: 'false' };

test('a note is added, read and replaced', async () => {
  const { sandbox, clock, succeed } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const { guestNoteID: noteID } = await succeed('postGuestNote', { guestID, guestNote: 'First' });
  clock.advance(60);
  await succeed('putGuestNote', { guestID, noteID: noteID as string, guestNote: 'Second' });
  const times = { dateCreated: '2026-11-23 10:00:00', dateModified: '2026-11-23 10:01:00' };
  expect(await succeed('getGuestNotes', { guestID })).toMatchObject({
    data: [{ guestNoteID: noteID, guestNote: 'Second', ...times }],
  });
});

test('the same note sent twice is two notes', async () => {
  const { sandbox, succeed } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  await succeed('postGuestNote', { guestID, guestNote: 'Same' });
  await succeed('postGuestNote', { guestID, guestNote: 'Same' });
  expect(sandbox.world.readGuest(guestID).notes).toEqual(['Same', 'Same']);
});

test('notes refuse what looks like a payment card, and a note that is not there', async () => {
  const { sandbox, refusal, succeed } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const guestNote = 'Card 4111-1111-1111-1111';
  expect(await refusal('postGuestNote', { guestID, guestNote })).toContain('payment');
  const { guestNoteID: noteID } = await succeed('postGuestNote', { guestID, guestNote: 'Fine' });
  expect(await refusal('putGuestNote', { guestID, noteID: noteID as string, guestNote })).toContain('payment');
  expect(await refusal('putGuestNote', { guestID, noteID: '1', guestNote: 'Fine' })).toContain('Note not found');
});

test('a custom field belongs to reservations and holds 40 characters unless it says otherwise', async () => {
  const { succeed } = await startTestSandbox();
  await succeed('postCustomField', status);
  expect(await succeed('getCustomFields')).toMatchObject({
    data: [{ ...status, isPersonal: false, applyTo: 'reservation', maxCharacters: 40, type: 'input', required: false }],
  });
});

test('a custom field says what it is to be', async () => {
  const { succeed } = await startTestSandbox();
  const wanted = { ...status, applyTo: 'guest', maxCharacters: '255', type: 'text', 'displayed[0]': 'reservation' };
  await succeed('postCustomField', wanted);
  await succeed('postCustomField', { ...wanted, shortcode: 'other' });
  const { data } = await succeed('getCustomFields', { shortcode: 'screening_status' });
  expect(data).toMatchObject([{ applyTo: 'guest', maxCharacters: 255, displayed: ['reservation'] }]);
});

test('a custom field must say whether it is personal', async () => {
  const { refusal } = await startTestSandbox();
  expect(await refusal('postCustomField', { name: 'Diet', shortcode: 'diet' })).toBe('isPersonal is required');
});

test('a shortcode is given once per property', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox({ properties: [{}, {}] });
  const [first, second] = sandbox.world.listProperties().map(({ propertyId }) => ({ propertyId }));
  await succeed('postCustomField', status, first);
  await succeed('postCustomField', status, second);
  expect(await refusal('postCustomField', status, first)).toContain('shortcode');
});

test('a field that staff archived is listed no longer, takes nothing, and keeps its shortcode', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const field = { ...status, applyTo: 'guest' };
  await succeed('postCustomField', field);
  sandbox.world.fillInField(guestID, { shortcode: 'screening_status', value: 'Completed' });
  sandbox.world.changeCustomField({ shortcode: 'screening_status', isArchived: true });
  expect((await succeed('getCustomFields')).data).toEqual([]);
  const written = {
    ...{ guestID, 'guestCustomFields[0][customFieldName]': 'Screening status' },
    'guestCustomFields[0][customFieldValue]': 'Failed',
  };
  expect(await refusal('putGuest', written)).toContain('custom field');
  expect(await refusal('postCustomField', field)).toContain('shortcode');
  const { data } = await succeed('getReservations', { includeGuestsDetails: 'true' });
  expect(data).toMatchObject([
    { guestList: { [guestID]: { customFields: [{ shortcode: 'screening_status', isActive: false }] } } },
  ]);
});

test('a note that staff deleted is gone', async () => {
  const { sandbox, succeed, refusal } = await startTestSandbox();
  const [guestID] = sandbox.world.book(weekend).guestIds;
  const { guestNoteID: noteID } = await succeed('postGuestNote', { guestID, guestNote: 'First' });
  sandbox.world.deleteNote(guestID, noteID as string);
  expect((await succeed('getGuestNotes', { guestID })).data).toEqual([]);
  expect(await refusal('putGuestNote', { guestID, noteID: noteID as string, guestNote: 'Second' })).toContain('Note');
});
