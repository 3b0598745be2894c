import type { CheckAnswer } from '../../src/domain/finding.ts';
import type {
  CheckContext,
  CheckProvider,
  ProviderManifest,
  SettingDefinition,
  SettingValues,
} from '../../src/ports/check-provider.ts';
import { assertAnswered, ProviderHttpError, type ProviderResponse } from '../../src/ports/provider-http.ts';
import { toListAnswer, toNameMissing, toThresholdSettings } from './list-answer.ts';
import { type MatchedPerson, type MatchServer, toMatchRequest } from './match-request.ts';
import { toListHits } from './match-response.ts';
import { findCountry, searchedFields, toFullName, toSearchedPerson } from './searched-person.ts';

export const matchedFields = [...searchedFields, 'country'] as const;

/** What every provider that speaks yente's matching API can be set to. */
export const matchSettings = {
  dataset: {
    type: 'string',
    description:
      'Which lists are searched: a dataset or collection, e.g. `sanctions`, `peps`, `crime`, `default` for all.',
    default: 'sanctions',
  },
  algorithm: {
    type: 'string',
    description:
      'How the server scores, by the name that it gives the algorithm. Scores of another are not comparable.',
    default: 'logic-v1',
  },
  ...toThresholdSettings({ possible: 0.7, likely: 0.85, strong: 0.95 }),
  isCountrySent: {
    type: 'boolean',
    description:
      'Whether the country where the guest lives is sent. It tells namesakes apart, and lowers the score of somebody who moved.',
    default: true,
  },
  isDocumentNumberSent: {
    type: 'boolean',
    description: 'Whether the number of the guest’s document is sent. One that is on a list makes a match strong.',
    default: false,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

/** Where to ask, with every key that may count; throws where the settings open nothing. */
export type ToMatchServers = (settings: SettingValues) => readonly [MatchServer, ...MatchServer[]];

export function createMatchProvider(manifest: ProviderManifest, toServers: ToMatchServers): CheckProvider {
  return {
    manifest,
    check: async (fields, context): Promise<CheckAnswer> => {
      const person = { ...toSearchedPerson(fields), country: findCountry(fields.country ?? '') };
      if (toFullName(person) === '') return toNameMissing(manifest.id, person);
      const response = await ask(person, context, toServers(context.settings));
      const isNumberSent = context.settings.isDocumentNumberSent === true;
      const hits = toListHits(response, isNumberSent ? person.document : undefined);
      return toListAnswer(manifest.id, context.settings, { person, hits });
    },
  };
}

/** While a key is being changed there are two, and which the server knows already is for the server to say. */
async function ask(
  person: MatchedPerson,
  context: CheckContext,
  [server, ...others]: readonly [MatchServer, ...MatchServer[]],
): Promise<ProviderResponse> {
  const { settings, http, signal } = context;
  signal.throwIfAborted();
  const response = await http.request(toMatchRequest(person, settings, server));
  const [next, ...rest] = others;
  const isRefused = response.status === 401 || response.status === 403;
  if (isRefused && next !== undefined) return ask(person, context, [next, ...rest]);
  assertAnswered(response);
  return response;
}

/** A server that the hotel has not named yet cannot be reached. */
export function getServerUrl(settings: SettingValues): string {
  const { url } = settings;
  if (typeof url !== 'string' || !URL.canParse(url)) throw new ProviderHttpError('unreachable');
  return url;
}
