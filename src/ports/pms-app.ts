import type { Credential } from './connections.ts';

/** How a technology partner's app gets its credentials from the PMS. */
export interface PmsApp {
  /** Where somebody of the hotel is asked whether the app may. */
  toAuthorizeUrl(state: string): string;
  /** Throws `pms_grant_refused` where the code is spent, wrong or too old; `pms_…` otherwise. */
  redeemCode(code: string, signal: AbortSignal): Promise<Credential>;
  /**
   * A refresh token works once. Throws `pms_grant_refused` with the reason `invalid_grant` where it does no more;
   * after any other error `facts.isSent` says whether it may have been spent all the same.
   */
  refreshTokens(refreshToken: string, signal: AbortSignal): Promise<Credential>;
}
