import type { Accent } from './colours.ts';

/** Answers a text in the page's language, with its values put in. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What every page of the form shows around its own content. */
export interface PageFrame {
  readonly t: Translate;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Each with its own name for itself. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  readonly property: { readonly name: string; readonly logoUrl?: string; readonly accent: Accent };
  /** `/form/{token}`; absent where the token is wrong, so that such a page says nothing of it. */
  readonly address?: string;
  /** Of the stylesheet, which stands in the page. */
  readonly css: string;
  /** Where the script is that makes it more comfortable; absent where the pages were not built. */
  readonly scriptUrl?: string;
  /** Where the script finds the reader of documents. */
  readonly readerUrl?: string;
  /** Goes back with every POST. */
  readonly csrf?: string;
  /** A member of staff fills it in with the guest. */
  readonly isForStaff?: boolean;
}

/** `hidden` is filled in by the document reader alone; `text` is one line; `country` and `choice` are selected; `date` is three numbers in the culture's order. */
export type FieldControl =
  'text' | 'textarea' | 'date' | 'country' | 'choice' | 'checkbox' | 'time' | 'file' | 'hidden';

export interface FieldView {
  /** In the form and in the texts, e.g. `birthDate`; a property's own question is `question.ID`. */
  readonly name: string;
  readonly control: FieldControl;
  /** The words beside it where the texts have none: a property's own question. */
  readonly label?: string;
  readonly isRequired: boolean;
  /** As typed last; a date is `YYYY-MM-DD`, or whatever was typed in its three parts, joined likewise. */
  readonly value: string;
  /** Code of what is wrong, with a text of its own. */
  readonly problem?: string;
  /** Code of why it is asked, where the step itself does not say so. */
  readonly why?: string;
  readonly choices?: readonly { readonly value: string; readonly label?: string }[];
  /** Of a choice that is still to be made: what it most likely is. */
  readonly guess?: string;
}

export interface StepView {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Where it is posted to. */
  readonly action: string;
  readonly hasBack: boolean;
  /** Of what is stored: tells two tabs apart. */
  readonly version: number;
  readonly fields: readonly FieldView[];
  /** The guest has come here by `change` on the review. */
  readonly isCorrection: boolean;
  /** Something was saved before. */
  readonly isSaved: boolean;
  /** Another tab saved in between. */
  readonly isOvertaken?: boolean;
  /** Why all of it is asked, where that is one reason; a code as in a field. */
  readonly why?: string;
  /** First in the list of countries. */
  readonly likelyCountries: readonly string[];
  /** The phone's camera may read the document into this step. */
  readonly canReadDocument?: boolean;
}
