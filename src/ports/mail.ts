import type { FormMailKind, FormMailState, StaffMailKind } from '../domain/mail/mail-kinds.ts';
import type { Instant, LocalDate } from '../domain/subject.ts';

/** One message to one person, ready to be sent. */
export interface Mail {
  readonly to: string;
  /** How the sender is called; the address is the service's. */
  readonly fromName: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47. */
  readonly language: string;
  /** The same for every sending of the same message, so that a mailbox can tell a repetition. Letters, digits, `.-_`. */
  readonly key: string;
  /** Where the person ends such mails with one request, by RFC 8058. */
  readonly stopUrl?: string;
}

/** Where outgoing mail is handed over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte, as on port 465. Else by STARTTLS. */
  readonly isSecure: boolean;
  /** Whether nothing is sent without TLS. */
  readonly needsTls: boolean;
  readonly user?: string;
  readonly password?: string;
}

/** The way out to people's mailboxes. */
export interface Mailer {
  /**
   * Resolves once the mail server has taken it. Throws `mail_unreachable` (not taken, or nobody knows), `mail_deferred` (not
   * now), `mail_unauthorized` (our user, password or certificate) and `mail_refused` (never). A message whose sending failed
   * may have arrived all the same.
   */
  send(mail: Mail, signal: AbortSignal): Promise<void>;
  /** Whether the server lets us in; throws as above. Sends nothing. */
  verify(signal: AbortSignal): Promise<void>;
  close(): void;
}

/** What a mail about a form says. All of it may come from strangers. */
export interface FormMailFacts {
  readonly kind: FormMailKind;
  readonly key: string;
  readonly to: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Who named a companion. */
  readonly bookerName?: string;
  readonly property: MailProperty;
  readonly reservationId: string;
  readonly arrivesOn: LocalDate;
  readonly departsOn: LocalDate;
  /** What the form asks for before it opens, and a mail that carries its link must not tell. */
  readonly secret: 'none' | 'arrival_date' | 'last_name';
  readonly language: MailLanguageHints;
  readonly formUrl: string;
  readonly stopUrl: string;
}

export interface MailProperty {
  readonly name: string;
  /** `#rrggbb`. */
  readonly colour?: string;
  readonly replyTo?: string;
}

export interface MailLanguageHints {
  readonly asked?: string;
  readonly guestCountry?: string;
  /** The property's own. */
  readonly fallback?: string;
}

/** What a mail to one of the staff says. */
export interface StaffMail {
  readonly to: string;
  readonly language?: string;
  /** Where the person works, or is to. */
  readonly propertyNames: readonly string[];
  /** With its secret: made for this mail, and in no job and no log. */
  readonly url: string;
  readonly expiresAt: Instant;
  readonly timeZone: string;
}

export interface MailWriter {
  toFormMail(facts: FormMailFacts): Mail;
  toStaffMail(kind: StaffMailKind, key: string, mail: StaffMail): Mail;
}

/** That somebody was written to; never what. */
export interface FormMailRecord {
  readonly formId: string;
  readonly kind: FormMailKind;
  /** Of this kind and form, from 1. */
  readonly no: number;
  /** Of the form's link that it carried. */
  readonly generation: number;
  readonly state: FormMailState;
  readonly at: Instant;
}

export interface MailRepository {
  /** Oldest first. */
  list(formId: string): Promise<readonly FormMailRecord[]>;
  /** Adds it, or brings its state up to date. */
  save(record: FormMailRecord): Promise<void>;
  /** The guest wants no more mails about this form. Twice is once; answers whether this was the first time. */
  stop(formId: string, at: Instant): Promise<boolean>;
  findStop(formId: string): Promise<Instant | undefined>;
}

/** Addresses that end mails with one request. They hold no secret but their own. */
export interface MailStopLinks {
  toUrl(formId: string): string;
  findFormId(token: string): string | undefined;
}
