import type { FormMailKind, FormMailState } from '../../domain/mail/mail-kinds.ts';

/** That guests were written to, and that they want no more: ids and instants, nothing of a person. */
export interface MailTables {
  readonly form_mail: FormMailTable;
  readonly mail_stop: { readonly form_id: string; readonly at: string };
}

export interface FormMailTable {
  readonly form_id: string;
  readonly kind: FormMailKind;
  readonly no: number;
  readonly generation: number;
  readonly state: FormMailState;
  readonly at: string;
}
