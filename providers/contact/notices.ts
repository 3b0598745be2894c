import type { MatchStrength, Reason } from '../../src/domain/finding.ts';

/** One thing that can be noticed: what it weighs, or that it is only told, or that it could not be found out. */
export interface Notice {
  readonly weight: MatchStrength | 'told' | 'unknown';
  readonly reason: Reason;
  /** A few words for the summary, where it weighs anything. */
  readonly words: string;
}

export const notices = {
  malformedEmail: {
    weight: 'possible',
    reason: { code: 'contact.email_malformed', text: 'The e-mail address is none that mail could be sent to' },
    words: 'malformed e-mail',
  },
  disposableEmail: {
    weight: 'likely',
    reason: {
      code: 'contact.disposable_email',
      text: 'The e-mail address is of a service that gives them to be thrown away',
    },
    words: 'disposable e-mail',
  },
  undeliverableEmail: {
    weight: 'possible',
    reason: { code: 'contact.email_undeliverable', text: 'Nobody takes mail for the domain of the e-mail address' },
    words: 'undeliverable e-mail',
  },
  unknownMailServers: {
    weight: 'unknown',
    reason: {
      code: 'contact.mail_servers_unknown',
      text: 'Whether anybody takes mail for the guest could not be found out',
    },
    words: '',
  },
  relayEmail: {
    weight: 'told',
    reason: {
      code: 'contact.relay_email',
      text: 'The e-mail address is a booking site’s, which forwards to the guest',
    },
    words: '',
  },
  invalidPhone: {
    weight: 'possible',
    reason: { code: 'contact.phone_invalid', text: 'The phone number cannot be dialled' },
    words: 'invalid phone',
  },
  oneInvalidPhone: {
    weight: 'told',
    reason: { code: 'contact.one_phone_invalid', text: 'One of two phone numbers cannot be dialled' },
    words: '',
  },
  phoneElsewhere: {
    weight: 'told',
    reason: {
      code: 'contact.phone_country_differs',
      text: 'The phone is of another country than the guest’s address; by itself that means nothing',
    },
    words: '',
  },
} as const satisfies Readonly<Record<string, Notice>>;
