import { describe, expect, it } from '@jest/globals';
import { type FormMailCase, type SentMail, toFormMailPlan } from '../../../src/domain/mail/form-mail-plan.ts';

const given: FormMailCase = {
  kind: 'invitation',
  now: '2026-11-20T12:00:00.000Z',
  today: '2026-11-20',
  timeZone: 'Europe/Lisbon',
  settings: { reminders: { most: 2, afterHours: 48 }, mail: { invitations: true, thanks: true } },
  form: { state: 'open', generation: 1, isFilledInByAnother: false },
  stay: { isActive: true, status: 'confirmed', arrivesOn: '2026-11-28', departsOn: '2026-12-01' },
  hasAddress: true,
  hasUnsubscribed: false,
  records: [],
};
const invited: SentMail = {
  kind: 'invitation',
  no: 1,
  generation: 1,
  state: 'sent',
  at: '2026-11-17T12:00:00.000Z',
};
const reminder = { ...given, kind: 'reminder', records: [invited] } as const;
const reminded = (no: number, at: string): SentMail => ({ ...invited, kind: 'reminder', no, at });
const stay = (changes: Partial<NonNullable<FormMailCase['stay']>>) => ({ stay: { ...toStay(), ...changes } });
const form = (changes: Partial<FormMailCase['form']>) => ({ form: { ...given.form, ...changes } });

function toStay(): NonNullable<FormMailCase['stay']> {
  if (given.stay === undefined) throw new Error('There is a stay.');
  return given.stay;
}

describe('an invitation', () => {
  it('goes out once', () => {
    expect(toFormMailPlan(given)).toEqual({ action: 'send', no: 1 });
    expect(toFormMailPlan({ ...given, records: [invited] })).toEqual({ action: 'end', why: 'enough' });
  });

  it('goes out again with a new link, and after a refusal', () => {
    expect(toFormMailPlan({ ...given, ...form({ generation: 2 }), records: [invited] })).toEqual({
      action: 'send',
      no: 2,
    });
    expect(toFormMailPlan({ ...given, records: [{ ...invited, state: 'refused' }] })).toEqual({
      action: 'send',
      no: 1,
    });
  });

  it('goes out again when more is asked of a guest who had sent the form off', () => {
    const again = { ...given, ...form({ submittedAt: '2026-11-18T09:00:00.000Z' }), records: [invited] };
    expect(toFormMailPlan(again)).toEqual({ action: 'send', no: 2 });
  });

  it('goes out to guests in the house too', () => {
    expect(toFormMailPlan({ ...given, ...stay({ arrivesOn: '2026-11-19', status: 'checked_in' }) })).toEqual({
      action: 'send',
      no: 1,
    });
  });

  it.each([
    ['stay_over', { stay: undefined }],
    ['stay_over', stay({ departsOn: '2026-11-19' })],
    ['stay_cancelled', stay({ isActive: false })],
    ['stay_cancelled', stay({ status: 'canceled' as const })],
    ['stay_cancelled', stay({ status: 'no_show' as const })],
    ['unsubscribed', { hasUnsubscribed: true }],
    ['form_closed', form({ state: 'closed' as const })],
    ['form_submitted', form({ state: 'submitted' as const })],
    ['form_submitted', form({ isFilledInByAnother: true })],
    ['no_address', { hasAddress: false }],
    ['not_wanted', { settings: { ...given.settings, mail: { invitations: false, thanks: true } } }],
  ])('ends as %s', (why, changes) => {
    expect(toFormMailPlan({ ...given, ...changes })).toEqual({ action: 'end', why });
  });
});

describe('a reminder', () => {
  it('goes out so long after the mail before', () => {
    expect(toFormMailPlan(reminder)).toEqual({ action: 'send', no: 1 });
    const tooSoon = { ...reminder, now: '2026-11-19T11:59:00.000Z' };
    expect(toFormMailPlan(tooSoon)).toEqual({ action: 'wait', until: '2026-11-19T12:00:00.000Z' });
  });

  it('waits for the day at the property', () => {
    const atNight = { ...reminder, records: [{ ...invited, at: '2026-11-18T02:00:00.000Z' }] };
    expect(toFormMailPlan({ ...atNight, now: '2026-11-20T02:00:00.000Z' })).toEqual({
      action: 'wait',
      until: '2026-11-20T09:00:00.000Z',
    });
  });

  it('counts from the reminder before it, and ends with the configured number', () => {
    const once = [invited, reminded(1, '2026-11-19T12:00:00.000Z')];
    expect(toFormMailPlan({ ...reminder, records: once })).toEqual({
      action: 'wait',
      until: '2026-11-21T12:00:00.000Z',
    });
    const later = { ...reminder, now: '2026-11-24T12:00:00.000Z', today: '2026-11-24' };
    expect(toFormMailPlan({ ...later, records: once })).toEqual({ action: 'send', no: 2 });
    const twice = [...once, reminded(2, '2026-11-21T12:00:00.000Z')];
    expect(toFormMailPlan({ ...later, records: twice })).toEqual({ action: 'end', why: 'enough' });
  });

  it('is not sent where nobody was invited', () => {
    expect(toFormMailPlan({ ...reminder, records: [] })).toEqual({ action: 'end', why: 'enough' });
  });

  it('is not sent to whoever has opened a sent form again to correct it', () => {
    const correcting = { ...reminder, ...form({ submittedAt: '2026-11-18T09:00:00.000Z' }) };
    expect(toFormMailPlan(correcting)).toEqual({ action: 'end', why: 'form_submitted' });
  });

  it.each([
    ['form_submitted', form({ state: 'submitted' as const })],
    ['stay_cancelled', stay({ isActive: false })],
    ['unsubscribed', { hasUnsubscribed: true }],
    ['stay_over', stay({ departsOn: '2026-11-19' })],
    ['arrived', stay({ arrivesOn: '2026-11-19' })],
    ['arrived', stay({ status: 'checked_in' as const })],
  ])('ends as %s', (why, changes) => {
    expect(toFormMailPlan({ ...reminder, ...changes })).toEqual({ action: 'end', why });
  });
});

describe('the link once more', () => {
  const again = { ...given, kind: 'again', records: [invited] } as const;
  const asked = (no: number, at: string): SentMail => ({ ...invited, kind: 'again', no, at });

  it('goes out ten minutes after whatever was sent before', () => {
    expect(toFormMailPlan(again)).toEqual({ action: 'send', no: 1 });
    const records = [invited, reminded(1, '2026-11-20T11:55:00.000Z')];
    expect(toFormMailPlan({ ...again, records, now: '2026-11-20T12:00:00.000Z' })).toEqual({
      action: 'wait',
      until: '2026-11-20T12:05:00.000Z',
    });
    expect(toFormMailPlan({ ...again, records, now: '2026-11-20T12:05:00.000Z' })).toEqual({ action: 'send', no: 1 });
  });

  it('goes out three times in a day', () => {
    const records = [invited, ...[10, 11, 12].map((hour, index) => asked(index + 1, `2026-11-20T${hour}:00:00.000Z`))];
    expect(toFormMailPlan({ ...again, records, now: '2026-11-20T18:00:00.000Z' })).toEqual({
      action: 'wait',
      until: '2026-11-21T10:00:00.000Z',
    });
    expect(toFormMailPlan({ ...again, records, now: '2026-11-21T12:00:00.000Z' })).toEqual({ action: 'send', no: 4 });
  });

  it('does not count what the server refused', () => {
    const records = [invited, { ...asked(1, '2026-11-20T11:59:00.000Z'), state: 'refused' as const }];
    expect(toFormMailPlan({ ...again, records, now: '2026-11-20T12:00:00.000Z' })).toEqual({ action: 'send', no: 1 });
  });

  it('puts the next reminder off', () => {
    const records = [invited, asked(1, '2026-11-20T11:00:00.000Z')];
    expect(toFormMailPlan({ ...reminder, records, now: '2026-11-20T12:00:00.000Z' })).toEqual({
      action: 'wait',
      until: '2026-11-22T11:00:00.000Z',
    });
  });

  it.each([
    ['form_submitted', form({ state: 'submitted' as const })],
    ['form_closed', form({ state: 'closed' as const })],
    ['unsubscribed', { hasUnsubscribed: true }],
    ['no_address', { hasAddress: false }],
    ['stay_over', stay({ departsOn: '2026-11-18' })],
  ])('ends as %s', (why, changes) => {
    expect(toFormMailPlan({ ...again, ...changes })).toEqual({ action: 'end', why });
  });
});

describe('a thank-you', () => {
  const thanks = { ...given, kind: 'thanks', ...form({ state: 'submitted' as const }) } as const;

  it('goes out once, to whoever has sent the form off', () => {
    expect(toFormMailPlan(thanks)).toEqual({ action: 'send', no: 1 });
    expect(toFormMailPlan({ ...thanks, records: [{ ...invited, kind: 'thanks' }] })).toEqual({
      action: 'end',
      why: 'enough',
    });
  });

  it('is not sent where the property does not want it', () => {
    const settings = { ...given.settings, mail: { invitations: true, thanks: false } };
    expect(toFormMailPlan({ ...thanks, settings })).toEqual({ action: 'end', why: 'not_wanted' });
  });
});
