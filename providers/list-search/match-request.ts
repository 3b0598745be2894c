import type { ProviderRequest } from '../../src/ports/provider-http.ts';
import type { SettingValues } from '../../src/ports/check-provider.ts';
import { type SearchedPerson, toFullName } from './searched-person.ts';

export interface MatchedPerson extends SearchedPerson {
  /** ISO 3166 alpha-2: where the guest lives, which is not what passport they have. */
  readonly country: string | undefined;
}

/** Where yente's API is, and what opens it. */
export interface MatchServer {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** How the one query of each request is called. */
export const queryName = 'guest';
const mostResults = 5;

/**
 * `POST /match/{dataset}`: one person by example, in the properties of FollowTheMoney's Person. Everything about the guest
 * stands in the body. https://www.opensanctions.org/docs/api/matching/
 */
export function toMatchRequest(person: MatchedPerson, settings: SettingValues, server: MatchServer): ProviderRequest {
  const threshold = String(settings.possibleFrom);
  const query = new URLSearchParams({
    algorithm: String(settings.algorithm),
    limit: String(mostResults),
    threshold,
    cutoff: threshold,
  });
  return {
    method: 'POST',
    url: `${server.url.replace(/\/+$/, '')}/match/${encodeURIComponent(String(settings.dataset))}?${query.toString()}`,
    headers: {
      accept: 'application/json',
      ...(server.apiKey === undefined ? {} : { authorization: `ApiKey ${server.apiKey}` }),
    },
    json: { queries: { [queryName]: { schema: 'Person', properties: toProperties(person, settings) } } },
  };
}

function toProperties(person: MatchedPerson, settings: SettingValues): Readonly<Record<string, readonly string[]>> {
  const { firstName, lastName, birthDate, country, document } = person;
  const numberName = document?.isPassport === true ? 'passportNumber' : 'idNumber';
  const properties: readonly (readonly [name: string, value: string | undefined])[] = [
    ['name', toFullName(person)],
    ['firstName', firstName],
    ['lastName', lastName],
    ['birthDate', birthDate],
    ['country', settings.isCountrySent === true ? country?.toLowerCase() : undefined],
    [numberName, settings.isDocumentNumberSent === true ? document?.number : undefined],
  ];
  return Object.fromEntries(
    properties.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, [value]]])),
  );
}
