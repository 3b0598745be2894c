import type { Schema } from '../../../client/client.ts';

export type Form = Schema<'GuestForm'>;

/** What each part of a form's card gets. */
export interface FormProps {
  readonly screeningId: string;
  readonly form: Form;
  /** Once something was done with it. */
  readonly onDone: () => void;
}
