import type { Generated } from 'kysely';
import type { KeyedDigest, Sealed } from '../column-kinds.ts';

/** The tables of those who work here, and of what they did. */
export interface AccessTables {
  readonly app_user: UserTable;
  readonly user_session: SessionTable;
  readonly sign_in_link: SignInLinkTable;
  readonly api_token: ApiTokenTable;
  readonly sign_in_throttle: ThrottleTable;
  readonly audit_entry: AuditEntryTable;
  readonly kept_request: KeptRequestTable;
  readonly oidc_flow: OidcFlowTable;
}

export interface UserTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly email_digest: KeyedDigest;
  readonly oidc_digest: KeyedDigest | null;
  readonly sealed_user: Sealed;
}

export interface SessionTable {
  readonly id: string;
  readonly secret_digest: KeyedDigest;
  readonly user_id: string | null;
  readonly stage: 'second_factor' | 'full';
  readonly started_at: string;
  readonly last_seen_at: string;
  readonly expires_at: string;
  readonly sealed_user_agent: Sealed | null;
}

export interface SignInLinkTable {
  readonly id: string;
  readonly user_id: string;
  readonly purpose: 'invitation' | 'password_reset';
  readonly expires_at: string;
}

export interface ApiTokenTable {
  readonly no: Generated<number>;
  readonly id: string;
  readonly secret_digest: KeyedDigest;
  readonly expires_at: string;
  readonly last_used_at: string | null;
  readonly sealed_token: Sealed;
}

export interface ThrottleTable {
  readonly key_digest: KeyedDigest;
  readonly failures: number;
  readonly last_at: string;
  readonly locked_until: string | null;
}

export interface AuditEntryTable {
  readonly no: Generated<number>;
  readonly at: string;
  readonly action: string;
  readonly actor_kind: 'user' | 'token' | 'admin_token' | 'anybody';
  readonly actor_id: string;
  readonly property_id: string | null;
  readonly object_id: string | null;
  readonly sealed_facts: Sealed;
}

export interface KeptRequestTable {
  readonly key_digest: KeyedDigest;
  readonly fingerprint: KeyedDigest;
  readonly started_at: string;
  readonly sealed_answer: Sealed | null;
}

export interface OidcFlowTable {
  readonly state_digest: KeyedDigest;
  readonly expires_at: string;
  readonly sealed_flow: Sealed;
}
