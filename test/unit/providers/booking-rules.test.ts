import { describe, expect, test } from '@jest/globals';
import { bookingRulesProvider } from '../../../providers/booking-rules/check.ts';
import { isRelayEmail, relayDomains } from '../../../src/domain/relay-emails.ts';
import { bookingRules } from '../../../providers/booking-rules/rules.ts';
import type { DeclaredFields, SettingValues } from '../../../src/ports/check-provider.ts';
import { toSampleFields } from '../domain/sample-subject.ts';
import { toCheckContext, toDefaults } from './check-context.ts';

const { manifest } = bookingRulesProvider;
const ask = (fields: DeclaredFields, settings: SettingValues = {}) =>
  bookingRulesProvider.check(fields, toCheckContext(manifest, { settings: { ...toDefaults(manifest), ...settings } }));

/** For each rule a booking that breaks it and no other. */
const breaking: Readonly<Record<(typeof bookingRules)[number]['name'], DeclaredFields>> = {
  underAge: toSampleFields({ birthDate: '2010-01-01' }),
  partyLarger: toSampleFields({ guestsListed: 3 }),
  missingContact: toSampleFields({ email: undefined, phone: undefined }),
  shortNotice: toSampleFields({ bookedOn: '2026-11-23' }),
  oneNight: toSampleFields({ departsOn: '2026-11-24' }),
  relayEmail: toSampleFields({ email: 'abc123@guest.booking.com' }),
};

describe.each(bookingRules.map(({ name, code }) => ({ name, code })))('the rule $name', ({ name, code }) => {
  const fields = breaking[name];

  test('is told when it alone is broken', async () => {
    expect((await ask(fields)).reasons.map((reason) => reason.code)).toEqual([code]);
  });

  test('is silent when it is off', async () => {
    expect(await ask(fields, { [name]: false, [`${name}Weight`]: 200 })).toEqual({ result: 'clear', reasons: [] });
  });

  test('weighs what the configuration says', async () => {
    const weighing = (points: number) => ask(fields, { [`${name}Weight`]: points });
    expect(await weighing(49)).toMatchObject({ result: 'clear' });
    expect(await weighing(50)).toMatchObject({ result: 'match', strength: 'possible' });
    expect(await weighing(99)).toMatchObject({ result: 'match', strength: 'possible' });
    expect(await weighing(100)).toMatchObject({ result: 'match', strength: 'likely' });
  });

  test('has a switch and a weight in the manifest', () => {
    expect(manifest.settings[name]).toMatchObject({ type: 'boolean', default: true });
    expect(manifest.settings[`${name}Weight`]).toMatchObject({ type: 'number', minimum: 0 });
  });
});

describe('a usual booking', () => {
  test('breaks no rule', async () => {
    expect(await ask(toSampleFields())).toEqual({ result: 'clear', reasons: [] });
  });

  test('of which nothing is known breaks none either', async () => {
    expect(await ask({})).toEqual({ result: 'clear', reasons: [] });
  });
});

describe('the points', () => {
  const both = toSampleFields({ birthDate: '2010-01-01', guestsListed: 5 });

  test('add up', async () => {
    const answer = await ask(both);
    expect(answer).toMatchObject({
      result: 'match',
      strength: 'likely',
      note: 'booker under age, more guests than booked for',
    });
    expect(answer.reasons[0]?.text).toBe('Booker under age (60 points)');
  });

  test('matter from where the property says', async () => {
    expect((await ask(both, { reviewAt: 111, likelyAt: 200 })).result).toBe('clear');
  });

  test('of a rule that weighs nothing are told all the same', async () => {
    expect(await ask(breaking.relayEmail)).toMatchObject({ result: 'clear', note: 'relay e-mail' });
  });
});

interface Row {
  readonly rule: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly settings?: SettingValues;
  readonly isBroken: boolean;
}

test.each<Row>([
  { rule: 'booking.under_age', fields: { birthDate: '2008-11-24' }, isBroken: true },
  { rule: 'booking.under_age', fields: { birthDate: '2008-11-23' }, isBroken: false },
  { rule: 'booking.under_age', fields: { birthDate: '2008-11-23' }, settings: { underAgeYears: 21 }, isBroken: true },
  { rule: 'booking.under_age', fields: { birthDate: undefined }, isBroken: false },
  { rule: 'booking.under_age', fields: { birthDate: '2020-01-01', isMainGuest: false }, isBroken: false },
  { rule: 'booking.party_larger', fields: { guestsListed: 3, adults: 2, children: 1 }, isBroken: false },
  { rule: 'booking.party_larger', fields: { guestsListed: 4, adults: 2, children: 1 }, isBroken: true },
  { rule: 'booking.party_larger', fields: { guestsListed: undefined }, isBroken: false },
  { rule: 'booking.missing_contact', fields: { email: undefined, phone: undefined, cellPhone: '1' }, isBroken: false },
  { rule: 'booking.missing_contact', fields: { email: undefined }, isBroken: false },
  {
    rule: 'booking.missing_contact',
    fields: { email: undefined, phone: undefined, isMainGuest: false },
    isBroken: false,
  },
  { rule: 'booking.short_notice', fields: { bookedOn: '2026-11-22' }, isBroken: false },
  {
    rule: 'booking.short_notice',
    fields: { bookedOn: '2026-11-22' },
    settings: { shortNoticeDays: 1 },
    isBroken: true,
  },
  { rule: 'booking.short_notice', fields: { bookedOn: '2026-11-24' }, isBroken: true },
  { rule: 'booking.short_notice', fields: { bookedOn: undefined }, isBroken: false },
  { rule: 'booking.one_night', fields: { departsOn: '2026-11-25' }, isBroken: false },
  { rule: 'booking.one_night', fields: { departsOn: '2026-11-24', isMainGuest: false }, isBroken: false },
  { rule: 'booking.relay_email', fields: { email: 'a@guest.airbnb.com', isMainGuest: false }, isBroken: true },
])('$rule with $fields and $settings: $isBroken', async ({ rule, fields, settings, isBroken }) => {
  const { reasons } = await ask(toSampleFields(fields), settings);
  expect(reasons.some(({ code }) => code === rule)).toBe(isBroken);
});

describe('relay addresses', () => {
  test.each(relayDomains)('an address at %s is one', (domain) => {
    expect(isRelayEmail(`guest.1@${domain}`)).toBe(true);
  });

  test.each([
    ['in capitals', 'A.1@GUEST.BOOKING.COM', true],
    ['below a relay domain', 'a@x.guest.booking.com', true],
    ['at a domain that only ends so', 'a@myguest.booking.com', false],
    ['at the site itself', 'a@booking.com', false],
    ['with the domain in front', 'guest.booking.com@example.org', false],
    ['that is empty', '', false],
  ])('an address %s', (_what, email, isRelay) => {
    expect(isRelayEmail(email)).toBe(isRelay);
  });
});

test('no rule asks for nationality, gender, religion or language', () => {
  const asked: readonly string[] = manifest.reads;
  expect(asked.filter((name) => /gender|country|nation|language|religion/i.test(name))).toEqual([]);
});
