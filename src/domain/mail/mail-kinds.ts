/** What a guest can be written to about a form; `again` is the same link, because staff were asked for it. */
export const formMailKinds = ['invitation', 'reminder', 'companion', 'again', 'thanks'] as const;

export type FormMailKind = (typeof formMailKinds)[number];

/** What staff can be written to about their access. */
export const staffMailKinds = ['user_invitation', 'password_reset'] as const;

export type StaffMailKind = (typeof staffMailKinds)[number];

/** `sent`: the mail server took it · `refused`: it will not, and somebody must look. */
export type FormMailState = 'sent' | 'refused';

/** Why nobody is written to, or not any more. */
export type MailStop =
  | 'not_wanted'
  | 'form_closed'
  | 'form_submitted'
  | 'stay_over'
  | 'stay_cancelled'
  | 'arrived'
  | 'unsubscribed'
  | 'no_address'
  | 'enough';
