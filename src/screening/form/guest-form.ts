import type { FieldProblems, TypedValues } from '../../domain/form/check-answers.ts';
import type { ConsentRecord, GuestRequest } from '../../domain/form/form-content.ts';
import type { FormAnswers, FormStepId } from '../../domain/form/form-field.ts';
import type { FormLook, PrivacyNotice } from '../../domain/form/form-settings.ts';
import type { AskedStep } from '../../domain/form/form-steps.ts';
import type { Instant, LocalDate } from '../../domain/subject.ts';
import type { FormDelivery, FormDocument, FormState } from '../../ports/forms.ts';

/** Who holds a link, and whether the second factor was shown: what a page keeps in its cookie, or nothing. */
export interface FormAccess {
  /** The last part of `/form/{token}`. */
  readonly token: string;
  /** From `unlock`. */
  readonly proof?: string;
}

export interface FormProperty {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly look: FormLook;
  /** Of guests whose own is not known. */
  readonly language?: string;
}

/** Everything that a page needs. Names and addresses in it are the guest's own words, or the booking's names. */
export interface FormSession {
  readonly formId: string;
  readonly property: FormProperty;
  /** `guest`, or who of the staff fills it in with the guest. */
  readonly filledBy: string;
  readonly state: FormState;
  /** To be handed back with each write: what was written in another tab meanwhile is not overwritten unseen. */
  readonly revision: number;
  readonly language?: string;
  /** Of the guest, for the choice of a language. */
  readonly country?: string;
  readonly stay: { readonly arrivesOn: LocalDate; readonly departsOn: LocalDate };
  readonly isBooker: boolean;
  /** In their order. The first that is not done is where a guest goes on. */
  readonly steps: readonly (AskedStep & { readonly isDone: boolean })[];
  /** What was typed so far; first and last name as booked, where nothing was typed yet. */
  readonly answers: FormAnswers;
  /** By question id. */
  readonly questions: Readonly<Record<string, string>>;
  readonly notice: PrivacyNotice;
  readonly asksMarketing: boolean;
  readonly allowsDocumentUpload: boolean;
  readonly hasDocument: boolean;
  /** The newest word on each purpose. */
  readonly consents: readonly ConsentRecord[];
  readonly companions: CompanionParty;
  readonly requests: readonly GuestRequest[];
  readonly submittedAt?: Instant;
  readonly delivery: FormDelivery;
  /** Where the guest goes on: a page where a vendor checks a document. */
  readonly nextUrl?: string;
}

export interface CompanionParty {
  /** Adults and children of the booking, less the booker. */
  readonly most: number;
  readonly listed: readonly Companion[];
  /** Whether links can be mailed to them. */
  readonly canBeMailed: boolean;
}

/** Somebody else on the reservation. */
export interface Companion {
  /** To name them by, in `inviteCompanion` and `removeCompanion`. */
  readonly id: string;
  readonly name: string;
  /** `listed`: the hotel knows them, no form · `invited`: they have a link · `filled`: the booker has filled in for them · `done`: submitted. */
  readonly state: 'listed' | 'invited' | 'filled' | 'done';
  /** Of those whom this form has invited. */
  readonly url?: string;
  /** The link goes to an address that the booker gave. */
  readonly isMailed: boolean;
}

/** `locked`: show the second factor first; only this is told of the form. */
export type FormOpening =
  | { readonly kind: 'open'; readonly session: FormSession }
  | {
      readonly kind: 'locked';
      readonly factor: 'arrival_date' | 'last_name';
      readonly property: FormSession['property'];
      readonly language?: string;
    };

export type FormWriting =
  | { readonly kind: 'saved'; readonly session: FormSession }
  /** Nothing was saved of what has a problem; the rest was. The page shows what was typed. */
  | { readonly kind: 'problems'; readonly problems: FieldProblems; readonly session: FormSession }
  /** Something else was saved meanwhile; nothing of this was. */
  | { readonly kind: 'stale'; readonly session: FormSession }
  | { readonly kind: 'locked' }
  /** Expired, withdrawn, or never there: all look alike. */
  | { readonly kind: 'gone' };

export interface StepWriting {
  readonly step: FormStepId;
  readonly revision: number;
  /** By the names of fields and `question.<id>`; what is left out stays as it is. */
  readonly values: TypedValues;
  readonly language?: string;
  /** Whether required fields may be left empty, as when a guest goes back. Default: no. */
  readonly mayBeIncomplete?: boolean;
}

export interface Submission {
  readonly revision: number;
  readonly language: string;
  /** Purposes that are ticked; `privacy` is required, `marketing` and the property's own are not. */
  readonly consents: readonly string[];
}

export interface InvitedCompanion {
  /** Of one who is listed. */
  readonly id?: string;
  readonly name: string;
  /** As typed, of somebody new. */
  readonly email?: string;
  /** What the writer had seen: the same name from an older page is the same press again, and not a namesake. */
  readonly revision?: number;
}

export interface NewCompanion {
  /** Of one who is listed or invited; somebody new without. */
  readonly id?: string;
  readonly revision: number;
  readonly values: TypedValues;
  readonly language: string;
}

/** What guests do with their forms. None of it throws for what a guest, a browser or an attacker sends. */
export interface GuestForms {
  /** `undefined` for every token that leads nowhere, whatever the cause. */
  openByToken(access: FormAccess): Promise<FormOpening | undefined>;
  /** The proof, where the second factor is right; `blocked` after too many wrong ones. */
  unlock(token: string, answer: string): Promise<{ readonly proof: string } | 'wrong' | 'blocked'>;
  saveStep(access: FormAccess, writing: StepWriting): Promise<FormWriting>;
  /** The page has checked type and size by content; an image stays here until the PMS has it. */
  saveDocument(access: FormAccess, document: FormDocument): Promise<FormWriting>;
  /** Twice is once. Problems are those of all steps. */
  submit(access: FormAccess, submission: Submission): Promise<FormWriting>;
  /** A link for a companion: one who is listed, or somebody new; mailed where there is an address. It is in the session. */
  inviteCompanion(access: FormAccess, who: InvitedCompanion): Promise<FormWriting>;
  /** Fills in for a companion. Names and country are required, and a birth date where the property asks for it. */
  addCompanion(access: FormAccess, companion: NewCompanion): Promise<FormWriting>;
  /** Takes back an invitation, or a companion whom the hotel has not been told of. */
  removeCompanion(access: FormAccess, companionId: string): Promise<FormWriting>;
  /** What a companion who is filled in for is asked. */
  listCompanionFields(access: FormAccess): Promise<AskedStep['fields']>;
  /** Opens a submitted form again, with what was typed. */
  correct(access: FormAccess): Promise<FormWriting>;
  setConsent(access: FormAccess, consent: ConsentChange): Promise<FormWriting>;
  /** As `setConsent` with a no. */
  withdrawConsent(access: FormAccess, purpose: string): Promise<FormWriting>;
  object(access: FormAccess, text: string): Promise<FormWriting>;
  askPerson(access: FormAccess, text: string): Promise<FormWriting>;
}

export interface ConsentChange {
  readonly purpose: string;
  readonly given: boolean;
  readonly language: string;
}
