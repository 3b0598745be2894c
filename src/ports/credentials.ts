/** Passwords, slowly. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Without a hash it takes as long, and answers false. `isOutdated`: it was made with other parameters than today's. */
  verify(
    password: string,
    hash: string | undefined,
  ): Promise<{ readonly isRight: boolean; readonly isOutdated: boolean }>;
}

/** Codes of authenticators (RFC 6238). */
export interface OneTimeCodes {
  newSecret(): string;
  /** For the authenticator's camera. */
  toUri(secret: string, account: string): string;
  /** The period that a code is of, where it is of now or of the period before or after. */
  findPeriod(secret: string, code: string, now: string): number | undefined;
}

export interface OidcAnswer {
  /** Issuer and subject. */
  readonly subject: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  readonly name: string | undefined;
  /** What roles are made of. */
  readonly claim: unknown;
}

/** An identity provider. Throws `oidc_unavailable` where it cannot be asked, and `oidc_refused` where it says no. */
export interface OidcProvider {
  begin(): Promise<{
    readonly url: string;
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
  }>;
  finish(
    callback: URLSearchParams,
    flow: { readonly state: string; readonly nonce: string; readonly codeVerifier: string },
  ): Promise<OidcAnswer>;
}
