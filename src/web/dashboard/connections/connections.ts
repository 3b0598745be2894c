import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { everyProperty, isAtLeast, properties } from '../state/session.ts';

export type Connection = Schema<'Connection'>;

export interface Connections {
  readonly items: readonly Connection[];
  /** Where a browser begins to let our app in; null without an app in the settings. */
  readonly startPath: string | null;
}

export function loadConnections(signal: AbortSignal): Promise<Connections> {
  return getData(client.GET('/api/v1/connections', { signal }));
}

/** Tries a key, and keeps it where the PMS takes it; answers what it opens. */
export async function giveKey(apiKey: string): Promise<readonly string[]> {
  return (await getData(client.POST('/api/v1/connections', { body: { apiKey } }))).propertyIds;
}

export type ConnectionStep = 'check' | 'retry' | 'rotate' | 'disconnect';

const paths = {
  check: '/api/v1/properties/{propertyId}/connection/reconnect',
  retry: '/api/v1/properties/{propertyId}/connection/reconnect',
  rotate: '/api/v1/properties/{propertyId}/connection/rotate-secret',
  disconnect: '/api/v1/properties/{propertyId}/connection/disconnect',
} as const;

export function takeStep(step: ConnectionStep, propertyId: string): Promise<Connection> {
  return getData(client.POST(paths[step], { params: { path: { propertyId } } }));
}

/** What can be done about a connection as it is. */
export function listSteps({ state, reason, advice }: Connection): readonly ConnectionStep[] {
  if (state !== 'disconnected') return ['check', 'rotate', 'disconnect'];
  // It is probed for as long as nobody lets it go.
  const parting: readonly ConnectionStep[] = reason === 'key_refused' ? ['disconnect'] : [];
  // Without a key in the environment there is nothing to try with.
  return advice === 'give_key' ? parting : ['retry', ...parting];
}

/** The properties of one credential, in the order in which they came. */
export type Credential = readonly [Connection, ...Connection[]];

export function groupByCredential(items: readonly Connection[]): readonly Credential[] {
  return [...Map.groupBy(items, ({ connectionId }) => connectionId).values()] as unknown as readonly Credential[];
}

/** Disconnected as somebody wished: nothing is wrong with it. */
export function isEndedHere({ state, reason }: Connection): boolean {
  return state === 'disconnected' && reason === 'ended_here';
}

/** Whether somebody should look. */
export function isWrong(connection: Connection): boolean {
  const { state, advice, sync } = connection;
  if (state === 'connecting' || isEndedHere(connection)) return false;
  return advice !== 'nothing' || sync.standing === 'behind' || sync.standing === 'silent' || sync.troubles.length > 0;
}

/** Whether it is about to be otherwise, so that it is worth looking again soon. */
export function isUnderWay({ state, sync, isAddressChanging }: Connection): boolean {
  return state === 'connecting' || isAddressChanging || (state === 'connected' && sync.standing === 'not_yet');
}

export function toTimeZone(propertyId: string): string {
  return properties.value.find(({ id }) => id === propertyId)?.timeZone ?? 'UTC';
}

/** A credential may open any property, so that only an admin of all gives one. */
export function mayConnect(): boolean {
  return isAtLeast('admin', everyProperty);
}
