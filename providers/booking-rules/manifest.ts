import type { ProviderManifest, SettingDefinition } from '../../src/ports/check-provider.ts';

const isOn = (rule: string): SettingDefinition => ({
  type: 'boolean',
  description: `Whether the rule “${rule}” is asked.`,
  default: true,
});

const weight = (rule: string, points: number): SettingDefinition => ({
  type: 'number',
  description: `Points for “${rule}”.`,
  default: points,
  minimum: 0,
  maximum: 200,
});

export const manifest = {
  id: 'booking-rules',
  version: '1',
  label: 'Booking rules',
  description: 'Adds up points for what is unusual about a booking. Nothing leaves the building.',
  reads: [
    'email',
    'phone',
    'cellPhone',
    'birthDate',
    'isMainGuest',
    'bookedOn',
    'arrivesOn',
    'departsOn',
    'adults',
    'children',
    'guestsListed',
  ],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 64,
  kind: 'instant',
  settings: {
    reviewAt: {
      type: 'number',
      description: 'Points from which a person should look.',
      default: 50,
      minimum: 1,
      maximum: 1000,
    },
    likelyAt: {
      type: 'number',
      description: 'Points from which the match is likely.',
      default: 100,
      minimum: 1,
      maximum: 1000,
    },
    shortNotice: isOn('booked shortly before arrival'),
    shortNoticeWeight: weight('booked shortly before arrival', 20),
    shortNoticeDays: {
      type: 'number',
      description: 'How many days before arrival count as shortly; 0 is booked on the day.',
      default: 0,
      minimum: 0,
      maximum: 14,
    },
    oneNight: isOn('one night only'),
    oneNightWeight: weight('one night only', 10),
    partyLarger: isOn('more guests listed than booked for'),
    partyLargerWeight: weight('more guests listed than booked for', 50),
    missingContact: isOn('no e-mail address and no phone'),
    missingContactWeight: weight('no e-mail address and no phone', 30),
    relayEmail: isOn('e-mail address of a booking site'),
    relayEmailWeight: weight('e-mail address of a booking site', 0),
    underAge: isOn('booker under age'),
    underAgeWeight: weight('booker under age', 60),
    underAgeYears: {
      type: 'number',
      description: 'From this age a guest may book alone.',
      default: 18,
      minimum: 14,
      maximum: 25,
    },
  },
} as const satisfies ProviderManifest;
