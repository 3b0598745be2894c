import type { Role } from '../access.ts';

export const tokenScopes = ['outcomes', 'read', 'decide', 'manage', 'administer'] as const;

export type TokenScope = (typeof tokenScopes)[number];

/** What each scope may: the operations of a role, or only those of them that change nothing. */
export const scopeTable: Readonly<Record<TokenScope, { readonly role: Role; readonly isReadOnly: boolean }>> = {
  outcomes: { role: 'desk', isReadOnly: true },
  read: { role: 'reviewer', isReadOnly: true },
  decide: { role: 'reviewer', isReadOnly: false },
  manage: { role: 'manager', isReadOnly: false },
  administer: { role: 'admin', isReadOnly: false },
};
