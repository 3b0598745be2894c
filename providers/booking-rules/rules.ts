import { toAgeOn, toDaysBetween } from '../../src/domain/calendar.ts';
import { isRelayEmail } from '../../src/domain/relay-emails.ts';
import type { DeclaredFields, SettingValues } from '../../src/ports/check-provider.ts';

/** One rule: a switch and a weight of the same name stand in the settings. */
export interface BookingRule {
  readonly name: 'shortNotice' | 'oneNight' | 'partyLarger' | 'missingContact' | 'relayEmail' | 'underAge';
  readonly code: string;
  /** As staff read it, alone or in a list. */
  readonly words: string;
  applies(fields: DeclaredFields, settings: SettingValues): boolean;
}

/** Rules about the booking are asked of the booker alone, so that a family does not break one five times. */
export const bookingRules: readonly BookingRule[] = [
  { name: 'underAge', code: 'booking.under_age', words: 'booker under age', applies: isUnderAge },
  { name: 'partyLarger', code: 'booking.party_larger', words: 'more guests than booked for', applies: isPartyLarger },
  { name: 'missingContact', code: 'booking.missing_contact', words: 'no contact', applies: isContactMissing },
  { name: 'shortNotice', code: 'booking.short_notice', words: 'short notice', applies: isShortNotice },
  { name: 'oneNight', code: 'booking.one_night', words: 'one night', applies: isOneNight },
  { name: 'relayEmail', code: 'booking.relay_email', words: 'relay e-mail', applies: isRelayed },
];

/** A child in a family is no matter; whoever booked must be old enough on the day of arrival. */
function isUnderAge({ isMainGuest, birthDate, arrivesOn }: DeclaredFields, settings: SettingValues): boolean {
  if (isMainGuest !== true || birthDate === undefined || arrivesOn === undefined) return false;
  return toAgeOn(birthDate, arrivesOn) < Number(settings.underAgeYears);
}

function isPartyLarger({ guestsListed, adults, children }: DeclaredFields): boolean {
  return guestsListed !== undefined && guestsListed > (adults ?? 0) + (children ?? 0);
}

function isContactMissing({ isMainGuest, email, phone, cellPhone }: DeclaredFields): boolean {
  return isMainGuest === true && email === undefined && phone === undefined && cellPhone === undefined;
}

function isShortNotice({ isMainGuest, bookedOn, arrivesOn }: DeclaredFields, settings: SettingValues): boolean {
  if (isMainGuest !== true || bookedOn === undefined || arrivesOn === undefined) return false;
  return toDaysBetween(bookedOn, arrivesOn) <= Number(settings.shortNoticeDays);
}

function isOneNight({ isMainGuest, arrivesOn, departsOn }: DeclaredFields): boolean {
  return (
    isMainGuest === true &&
    arrivesOn !== undefined &&
    departsOn !== undefined &&
    toDaysBetween(arrivesOn, departsOn) === 1
  );
}

function isRelayed({ email }: DeclaredFields): boolean {
  return email !== undefined && isRelayEmail(email);
}
