import type { FormContent } from '../domain/form/form-content.ts';
import type { Overlay } from '../domain/form/overlay.ts';
import type { FormSettings, FormTopic } from '../domain/form/form-settings.ts';
import type { Instant, Subject } from '../domain/subject.ts';

/** `open`: the guest can write · `submitted`: sent off, can be corrected · `closed`: its link leads nowhere. */
export type FormState = 'open' | 'submitted' | 'closed';

/** What became of what was submitted: `waiting` for its turn · `sent`: stands in the PMS · `refused` by the PMS. */
export type FormDelivery = 'none' | 'waiting' | 'sent' | 'refused';

/** Codes of why the PMS did not take it; see refusal-reason.ts for the PMS's own. */
export type FormRefusal =
  'payment_data' | 'too_long' | 'custom_field_unknown' | 'guest_unknown' | 'party_full' | 'stay_over' | 'other';

/** The form of one guest on one reservation, or of a companion whom the PMS does not know yet. */
export interface GuestForm {
  readonly id: string;
  readonly propertyId: string;
  readonly reservationId: string;
  /** Absent while the PMS does not know the companion. */
  readonly guestId?: string;
  /** Of a companion: the form of the booker who named them. */
  readonly hostFormId?: string;
  readonly state: FormState;
  /** Counts links: with a new one the one before leads nowhere. */
  readonly generation: number;
  /** Counts what its writers save: who writes says what they saw. */
  readonly revision: number;
  /** What the checks lacked when it was last looked at. */
  readonly needed: readonly FormTopic[];
  /** A BCP 47 language that the guest chose. */
  readonly language?: string;
  readonly openedAt: Instant;
  readonly submittedAt?: Instant;
  readonly delivery: FormDelivery;
  readonly deliveredAt?: Instant;
  readonly refusal?: FormRefusal;
  /** Since when a person should look, because the guest asked for one. */
  readonly personAskedAt?: Instant;
  readonly content: FormContent;
}

export type NewForm = Pick<GuestForm, 'id' | 'propertyId' | 'reservationId' | 'generation' | 'openedAt'> &
  Partial<Pick<GuestForm, 'guestId' | 'hostFormId' | 'needed'>> & {
    /** The link's secret; what is kept is a keyed digest. */
    readonly token: string;
    readonly content: FormContent;
  };

/** What may change of a form; what is named as undefined is emptied. */
export type FormChange = {
  readonly [Field in ChangingField]?: GuestForm[Field] | undefined;
} & {
  /** Withdraws the link before. */
  readonly link?: { readonly generation: number; readonly token: string };
};

type ChangingField = Exclude<
  keyof GuestForm,
  'id' | 'propertyId' | 'reservationId' | 'hostFormId' | 'openedAt' | 'generation'
>;

/** A document's image, from its upload until the PMS has it. */
export interface FormDocument {
  readonly fileName: string;
  readonly contentType: string;
  /** Base64. */
  readonly content: string;
}

export interface FormRepository {
  add(form: NewForm): Promise<void>;
  find(formId: string): Promise<GuestForm | undefined>;
  /** Throws `form_unknown`. */
  get(formId: string): Promise<GuestForm>;
  findByToken(token: string): Promise<GuestForm | undefined>;
  findBySubject(key: Pick<Subject, 'propertyId' | 'reservationId' | 'guestId'>): Promise<GuestForm | undefined>;
  /** All of one reservation, oldest first: guests' and companions'. */
  listByReservation(propertyId: string, reservationId: string): Promise<readonly GuestForm[]>;
  /** All of one guest over reservations, oldest first. */
  listByGuest(propertyId: string, guestId: string): Promise<readonly GuestForm[]>;
  /** What guests say otherwise than the PMS shows, the newest form counting; those who say nothing are absent. */
  listOverlays(propertyId: string, guestIds: readonly string[]): Promise<ReadonlyMap<string, GuestOverlay>>;
  /** Throws `form_unknown`. */
  save(formId: string, change: FormChange): Promise<void>;
  /** Those whose guest asked for a person, oldest first. */
  listPersonAsked(propertyId: string, page: { readonly limit: number }): Promise<readonly GuestForm[]>;
  saveDocument(formId: string, document: FormDocument): Promise<void>;
  hasDocument(formId: string): Promise<boolean>;
  findDocument(formId: string): Promise<FormDocument | undefined>;
  removeDocument(formId: string): Promise<void>;
  /** A link that staff complete a form by; the actor is recorded with what is submitted. */
  addDeskLink(link: DeskLink & { readonly token: string }): Promise<void>;
  findDeskLink(token: string, now: Instant): Promise<DeskLink | undefined>;
  /** How often the second factor was wrong since an instant, this time included where it is; being right changes nothing. */
  countFactorTry(formId: string, tried: FactorTry): Promise<number>;
  /** Whom one form has named, another has from now on; where that one was named itself, it stands alone. */
  moveCompanions(from: Pick<GuestForm, 'id' | 'propertyId' | 'reservationId'>, intoFormId: string): Promise<void>;
  /** Moves what belongs to a merged guest, where the other has no form of that stay. */
  moveGuest(propertyId: string, fromGuestId: string, intoGuestId: string): Promise<void>;
  /** Takes out all that is known of the person; that there was a form, and when, stays. */
  forgetGuest(propertyId: string, guestId: string): Promise<void>;
}

export interface FactorTry {
  readonly at: Instant;
  readonly since: Instant;
  readonly isRight: boolean;
}

export interface GuestOverlay {
  readonly formId: string;
  readonly overlay: Overlay;
}

export interface DeskLink {
  readonly formId: string;
  readonly actor: string;
  readonly validUntil: Instant;
}

/** What opening a form takes. */
export interface FormAsking {
  readonly settingsFor: (propertyId: string) => FormSettings;
  readonly links: FormLinks;
}

/** Links that can be made again from ids alone: a form's secret is derived, never kept. */
export interface FormLinks {
  toToken(formId: string, generation: number): string;
  toUrl(form: Pick<GuestForm, 'id' | 'generation'>): string;
  toUrlOf(token: string): string;
  /** Proves that the second factor was right, for this link. */
  toFactorProof(form: Pick<GuestForm, 'id' | 'generation'>): string;
}
