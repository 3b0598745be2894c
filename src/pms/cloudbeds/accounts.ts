import { isServiceError, type ServiceError } from '../../domain/errors.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Pms } from '../../ports/pms.ts';
import type { AskScope, HttpDoor } from './http-door.ts';
import { listProperties, toScope } from './listings.ts';
import { isFields, readText } from './loose-values.ts';

/** What a credential opens, and how our app stands with a property. */
export function createAccounts(
  door: HttpDoor,
  { logger, apiUrl }: { readonly logger: Logger; readonly apiUrl: string },
): Pick<Pms, 'openAccount' | 'probe' | 'ensureAppState'> {
  return {
    async openAccount(account, signal) {
      const scope: AskScope = { propertyId: undefined, account, urgency: housekeeping, signal };
      const found = await findHost(door, scope);
      const ownUrl = found === undefined ? undefined : toRegionUrl(found, apiUrl);
      if (found !== undefined && ownUrl === undefined) logger.warn('pms.region_ignored', {});
      const properties = await listProperties(door, logger, scope);
      return { properties, ...(ownUrl !== undefined && { apiUrl: ownUrl }) };
    },
    async probe(call) {
      // What a sync asks, and of this property alone: a key that only lists hotels, or opens others, would open it again and
      // again.
      const { propertyId: propertyID } = call.property;
      await door.ask('getReservations', { propertyID, pageNumber: 1, pageSize: 1 }, toScope(call));
    },
    async ensureAppState(call, state) {
      const { propertyId } = call.property;
      const { body } = await door.ask('getAppState', { propertyID: propertyId }, toScope(call));
      if (isFields(body.data) && readText(body.data.app_state) === state) return;
      await door.ask('postAppState', { propertyID: propertyId, app_state: state }, toScope(call));
      logger.info('pms.app_state_told', { propertyId, state });
    },
  };
}

/** A PMS that does not say is asked where it is. */
async function findHost(door: HttpDoor, scope: AskScope): Promise<string | undefined> {
  try {
    const { body } = await door.ask('getMetadata', {}, scope);
    const { data } = body;
    return isFields(data) && isFields(data.api) ? readText(data.api.url) : undefined;
  } catch (error) {
    if (isServiceError(error) && saysNothing(error)) return undefined;
    throw error;
  }
}

function saysNothing({ code }: ServiceError): boolean {
  return code === 'pms_refused' || code === 'pms_bad_answer';
}

/**
 * The host of a region under the path of the settings. Only a host beside the one of the settings is believed, and only over
 * https where that is: a key goes to nobody else. Undefined where it is not.
 */
export function toRegionUrl(found: string, apiUrl: string): string | undefined {
  const own = new URL(apiUrl);
  if (!URL.canParse(found)) return undefined;
  const region = new URL(found);
  if (region.protocol !== own.protocol || region.username !== '' || region.password !== '') return undefined;
  const isBeside = region.protocol === 'https:' && region.port === own.port && isNeighbour(region, own);
  if (region.host !== own.host && !isBeside) return undefined;
  return `${region.origin}${own.pathname}`.replace(/\/+$/, '');
}

/** `hotels.pms.example` beside `api.pms.example`. */
function isNeighbour(region: URL, own: URL): boolean {
  const [, ...parent] = own.hostname.split('.');
  return parent.length > 1 && region.hostname.endsWith(`.${parent.join('.')}`);
}
