import { expect, test } from '@jest/globals';
import { emptyContent } from '../../src/domain/form/form-content.ts';
import { openStore } from '../../src/store/open-store.ts';
import { at, noon, toSubject } from './store-fixtures.ts';

const ids = { propertyId: 'P1', reservationId: 'R1', generation: 1, openedAt: noon };
const content = { ...emptyContent, answers: { firstName: 'Ana' }, overlay: { email: { value: 'ana@own.example' } } };

test('a forgotten guest takes along the form, its link, its picture and companions whom the PMS never knew', async () => {
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  await store.transaction(async (rows) => {
    await rows.subjects.save(toSubject(), { fingerprint: 'f1', isActive: true });
    await rows.forms.add({ ...ids, id: 'F1', guestId: 'G1', token: 'one', content });
    await rows.forms.add({ ...ids, id: 'F2', hostFormId: 'F1', token: 'two', content });
    await rows.forms.save('F1', { state: 'submitted', submittedAt: at(1), personAskedAt: at(2) });
    await rows.forms.save('F2', { delivery: 'refused', refusal: 'party_full', personAskedAt: at(2) });
    await rows.forms.saveDocument('F1', { fileName: 'a.jpg', contentType: 'image/jpeg', content: '' });
  });
  expect((await store.read((rows) => rows.forms.findByToken('one')))?.content).toEqual(content);
  expect([...(await store.read((rows) => rows.forms.listOverlays('P1', ['G1']))).keys()]).toEqual(['G1']);
  await store.transaction((rows) => rows.subjects.forgetGuest('P1', 'G1'));
  for (const id of ['F1', 'F2']) {
    const form = await store.read((rows) => rows.forms.get(id));
    expect(form).toMatchObject({ state: 'closed', delivery: 'none', content: emptyContent });
    expect([form.personAskedAt, form.refusal]).toEqual([undefined, undefined]);
  }
  expect(await store.read((rows) => rows.forms.findByToken('one'))).toBeUndefined();
  expect(await store.read((rows) => rows.forms.findDocument('F1'))).toBeUndefined();
  expect((await store.read((rows) => rows.forms.listOverlays('P1', ['G1']))).size).toBe(0);
  await store.close();
});
