import type { Instant } from '../subject.ts';
import type { FormAnswers, FormStepId } from './form-field.ts';
import type { FormTopic } from './form-settings.ts';
import type { Overlay } from './overlay.ts';

/** Proof of one yes or no. The newest of a purpose counts; none is ever taken out. */
export interface ConsentRecord {
  /** `privacy` (the notice was read), `marketing`, or an id of the property's own. */
  readonly purpose: string;
  readonly given: boolean;
  /** Of the text that stood there, and in which language. */
  readonly version: string;
  readonly language: string;
  readonly at: Instant;
  /** `guest`, or who of the staff wrote it down. */
  readonly by: string;
}

/** What a guest asks of people: GDPR articles 21 and 22. */
export interface GuestRequest {
  readonly kind: 'object' | 'ask_person';
  /** In the guest's own words. */
  readonly text?: string;
  readonly at: Instant;
}

/** Answers that count no more, because another form of the same person says something else. */
export type SetAside = Pick<FormContent, 'answers' | 'questions'>;

/** All that a form holds of a person; kept sealed. */
export interface FormContent {
  /** As typed, and right by itself; complete only once the form was submitted. */
  readonly answers: FormAnswers;
  /** Answers to the property's own questions, by id. */
  readonly questions: Readonly<Record<string, string>>;
  readonly consents: readonly ConsentRecord[];
  /** Who of the staff asked for it, until it is sent off. */
  readonly askedBy?: string;
  /** What staff asked for besides. */
  readonly askedByStaff: readonly FormTopic[];
  /** What the PMS shows otherwise than the guest says. */
  readonly overlay: Overlay;
  readonly requests: readonly GuestRequest[];
  /** The steps that the guest has been through. */
  readonly doneSteps: readonly FormStepId[];
  /** What the custom fields of the PMS were last told, by shortcode. */
  readonly told: Readonly<Record<string, string>>;
  /** Who completed it: `guest`, `booker`, or who of the staff. */
  readonly completedBy?: string;
  /** Who of the staff withdrew its link: then only staff open it again. */
  readonly withdrawnBy?: string;
  /** What the booker calls a companion who has not written their name yet. */
  readonly invitedAs?: string;
  /** Where the booker says that this companion reads mail. */
  readonly invitedEmail?: string;
  /** What was answered otherwise in forms that this one took the place of, oldest first; for staff to see. */
  readonly setAside?: readonly SetAside[];
}

export const emptyContent: FormContent = {
  answers: {},
  questions: {},
  consents: [],
  askedByStaff: [],
  overlay: {},
  requests: [],
  doneSteps: [],
  told: {},
};
