import type { components } from '../../../openapi/service.generated.ts';
import { toConnectionAdvice } from '../../domain/connection/connection-state.ts';
import type { ConnectedProperty, Connection } from '../../ports/connections.ts';
import type { Property } from '../../ports/store.ts';

export type ConnectionView = components['schemas']['Connection'];

export interface ViewedConnection {
  readonly standing: ConnectedProperty;
  readonly property: Property;
  readonly connection: Connection;
  readonly isAddressChanging: boolean;
  readonly sync: ConnectionView['sync'];
  /** Where a connection is used that lives in no other region. */
  readonly apiUrl: string;
}

/** Field by field: the credential and the webhook secret stay here. */
export function toConnectionView(viewed: ViewedConnection): ConnectionView {
  const { standing, property, connection } = viewed;
  const { credential, refreshStartedAt } = connection;
  const { state, reason, since } = standing;
  const isInDoubt = state !== 'disconnected' && credential.kind === 'oauth' && refreshStartedAt !== undefined;
  const kind = credential.kind;
  return {
    propertyId: property.id,
    propertyName: property.name,
    connectionId: connection.id,
    kind,
    state,
    reason: reason ?? null,
    since,
    advice: toConnectionAdvice({ kind, state, isInDoubt, ...(reason !== undefined && { reason }) }),
    nextProbeAt: standing.nextProbeAt ?? null,
    usableUntil: isInDoubt ? credential.expiresAt : null,
    apiUrl: connection.apiUrl ?? viewed.apiUrl,
    isAddressChanging: viewed.isAddressChanging,
    sync: viewed.sync,
  };
}
