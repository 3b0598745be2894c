import type { Generated } from 'kysely';
import type { ConnectionKind, ConnectionState, DisconnectionReason } from '../../domain/connection/connection-state.ts';
import type { KeyedDigest, Sealed } from '../column-kinds.ts';

/** What opens the PMS, and what it opens. */
export interface ConnectionTables {
  readonly connection: ConnectionTable;
  readonly connected_property: ConnectedPropertyTable;
  readonly connect_flow: ConnectFlowTable;
  readonly former_webhook_secret: FormerWebhookSecretTable;
}

export interface ConnectionTable {
  readonly id: string;
  readonly kind: ConnectionKind;
  readonly sealed_credential: Sealed;
  /** Of keys; tokens change too often to be found by. */
  readonly key_digest: KeyedDigest | null;
  readonly generation: number;
  readonly api_url: string | null;
  readonly client_id: string | null;
  readonly refresh_started_at: string | null;
  readonly added_at: string;
}

export interface ConnectedPropertyTable {
  readonly property_id: string;
  readonly connection_id: string;
  readonly state: ConnectionState;
  readonly reason: DisconnectionReason | null;
  readonly since: string;
  readonly probes: number;
  readonly next_probe_at: string | null;
  readonly set_up_mark: Generated<string | null>;
  readonly set_up_at: Generated<string | null>;
  /** JSON: shortcode, name and length of each. */
  readonly guest_fields: Generated<string | null>;
  readonly guest_fields_at: Generated<string | null>;
  readonly doubted_since: Generated<string | null>;
  readonly doubt_ended_at: Generated<string | null>;
  /** JSON: ids of connections. */
  readonly refused_by: Generated<string | null>;
}

export interface ConnectFlowTable {
  readonly state_digest: KeyedDigest;
  readonly session_id: string;
  readonly expires_at: string;
}

export interface FormerWebhookSecretTable {
  readonly secret_digest: KeyedDigest;
  readonly property_id: string;
  readonly sealed_secret: Sealed;
  /** Null while the PMS may be subscribed to it. */
  readonly answered_until: string | null;
}
