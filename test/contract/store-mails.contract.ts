import { describe, expect, test } from '@jest/globals';
import type { FormMailRecord } from '../../src/ports/mail.ts';
import { at, type StoreUnderTest } from './store-fixtures.ts';

const invitation: FormMailRecord = {
  formId: 'f1',
  kind: 'invitation',
  no: 1,
  generation: 1,
  state: 'refused',
  at: at(0),
};

export function describeMails(under: StoreUnderTest): void {
  const save = (changes: Partial<FormMailRecord> = {}) =>
    under.store.transaction((rows) => rows.mails.save({ ...invitation, ...changes }));
  const list = (formId = 'f1') => under.store.read((rows) => rows.mails.list(formId));

  describe('what guests were written', () => {
    test('is listed by form, oldest first', async () => {
      const reminder = { kind: 'reminder', at: at(5), state: 'sent' } as const;
      await save(reminder);
      await save();
      await save({ formId: 'f2' });
      expect(await list()).toEqual([invitation, { ...invitation, ...reminder }]);
    });

    test('is kept once by kind and number, with its newest state', async () => {
      await save();
      await save({ state: 'sent', at: at(9) });
      expect(await list()).toEqual([{ ...invitation, state: 'sent', at: at(9) }]);
    });

    test('ends for one form where its guest wants no more, the first time counting', async () => {
      const stop = (minute: number) => under.store.transaction((rows) => rows.mails.stop('f1', at(minute)));
      expect(await stop(1)).toBe(true);
      expect(await stop(2)).toBe(false);
      expect(await under.store.read((rows) => rows.mails.findStop('f1'))).toBe(at(1));
      expect(await under.store.read((rows) => rows.mails.findStop('f2'))).toBeUndefined();
    });
  });
}
