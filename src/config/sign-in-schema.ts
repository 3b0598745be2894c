import { z } from 'zod';
import { roles } from '../domain/access.ts';
import type { ClaimRule } from '../domain/access/claim-roles.ts';

/** How the claims of an identity provider become roles. */
export interface OidcConfig {
  readonly label: string;
  readonly scopes: readonly string[];
  readonly claim: string;
  readonly rules: readonly ClaimRule[];
}

export const defaultOidcConfig: OidcConfig = {
  label: 'Single sign-on',
  scopes: ['openid', 'email', 'profile'],
  claim: 'groups',
  rules: [],
};

export function toSignInSchema() {
  const rule = z.strictObject({
    value: z.string().min(1).describe('What the claim must be or hold.'),
    role: z.enum(roles),
    property: z
      .string()
      .regex(/^(\*|[\w-]{1,64})$/)
      .describe('Where; `*` is every property, those to come included.'),
  });
  return z.strictObject({
    oidc: z
      .strictObject({
        label: z.string().min(1).max(60).optional().describe('What stands on the button of the sign-in page.'),
        scopes: z.array(z.string().min(1)).optional().describe('What is asked for; `openid` must be among it.'),
        claim: z.string().min(1).optional().describe('The claim of the ID token that roles are made of.'),
        roles: z.array(rule).describe('Whoever is given no role by these is not let in.'),
      })
      .optional()
      .describe('Sign-in through an identity provider; OIDC_ISSUER and its like say which. See docs/access.md.'),
  });
}

export function toOidcConfig(section: z.infer<ReturnType<typeof toSignInSchema>> | undefined): OidcConfig {
  const { roles: given = [], label, scopes, claim } = section?.oidc ?? {};
  return {
    label: label ?? defaultOidcConfig.label,
    scopes: scopes ?? defaultOidcConfig.scopes,
    claim: claim ?? defaultOidcConfig.claim,
    rules: given.map(({ value, role, property }) => ({ value, role, propertyId: property })),
  };
}
