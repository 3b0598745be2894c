/** What a guest can be asked about, as a property switches it on. Several fields can belong to one topic. */
export const formTopics = [
  'names',
  'birthDate',
  'gender',
  'nationality',
  'email',
  'phone',
  'country',
  'address',
  'document',
  'arrivalTime',
  'purpose',
  'licencePlate',
] as const;

export type FormTopic = (typeof formTopics)[number];

/** `off`: never asked, even where a check would need it. */
export type Requirement = 'required' | 'optional' | 'off';

/** Texts by language (`en`, `de`, …); the nearest that there is counts, English last. */
export type TextByLanguage = Readonly<Record<string, string>>;

/** A question of the property's own. Its answer goes into a guest custom field of the PMS. */
export interface FormQuestion {
  /** Lower case, digits and `_`; becomes the custom field's shortcode, `form_<id>`. */
  readonly id: string;
  /** What the custom field is called in the PMS. */
  readonly name: string;
  readonly text: TextByLanguage;
  readonly isRequired: boolean;
  /** Where there are choices, the answer is the id of one. */
  readonly choices?: readonly { readonly id: string; readonly text: TextByLanguage }[];
}

/** An end to which a guest may agree beyond what the stay needs; never required, never ticked. */
export interface ConsentPurpose {
  readonly id: string;
  readonly text: TextByLanguage;
}

export interface PrivacyNotice {
  /** Recorded with each consent: change it with every change of the texts. */
  readonly version: string;
  /** Who answers for the data, as guests should read it; the property's name where it is absent. */
  readonly controller?: string;
  /** Where the property's whole notice stands. */
  readonly url?: string;
  /** In place of the built-in text. */
  readonly text?: TextByLanguage;
  readonly purposes: readonly ConsentPurpose[];
}

/** How a property's form looks. Colours are `#rrggbb`. */
export interface FormLook {
  readonly name?: string;
  readonly colour?: string;
  readonly logoUrl?: string;
}

/** What a property asks of its guests, and how. */
export interface FormSettings {
  readonly ask: 'never' | 'when_needed' | 'always';
  readonly fields: Readonly<Record<FormTopic, Requirement>>;
  /** The law of the property's country wants a guest's gender: it is asked, and required. */
  readonly genderRequired: boolean;
  readonly secondFactor: 'none' | 'arrival_date' | 'last_name';
  /** Whether what the guest writes takes the place of what the PMS has. What is empty there is filled in any case. */
  readonly mayOverwrite: { readonly names: boolean; readonly email: boolean };
  readonly questions: readonly FormQuestion[];
  readonly look: FormLook;
  readonly privacyNotice: PrivacyNotice;
  readonly marketing: boolean;
  readonly documentUpload: boolean;
  readonly companions: boolean;
  /** Most reminders by mail after the first, and how long after the mail before. */
  readonly reminders: { readonly most: number; readonly afterHours: number };
  readonly mail: FormMailSettings;
  /** Of guests whose own language is not known. */
  readonly language?: string;
}

/** What guests are written to about their forms, where the service sends mail. */
export interface FormMailSettings {
  /** Links to forms, and reminders of them. */
  readonly invitations: boolean;
  readonly thanks: boolean;
  readonly replyTo?: string;
  /** Of guests whose own language is not known, in place of the form's. */
  readonly language?: string;
}

export const defaultFormSettings: FormSettings = {
  ask: 'when_needed',
  fields: {
    names: 'required',
    birthDate: 'optional',
    gender: 'off',
    nationality: 'optional',
    email: 'required',
    phone: 'optional',
    country: 'optional',
    address: 'off',
    document: 'optional',
    arrivalTime: 'optional',
    purpose: 'off',
    licencePlate: 'off',
  },
  genderRequired: false,
  secondFactor: 'none',
  mayOverwrite: { names: false, email: false },
  questions: [],
  look: {},
  privacyNotice: { version: 'built-in-1', purposes: [] },
  marketing: false,
  documentUpload: false,
  companions: true,
  reminders: { most: 2, afterHours: 48 },
  mail: { invitations: true, thanks: false },
};
