/** What every way of signing in answers: `second_factor_needed` asks for a code next. */
export interface SignedIn {
  readonly state: 'signed_in' | 'second_factor_needed';
}
