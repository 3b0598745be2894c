import type { CheckContext, CheckProvider } from '../../src/ports/check-provider.ts';
import { assertAnswered, type ProviderRequest, type ProviderResponse } from '../../src/ports/provider-http.ts';
import { toListAnswer, toNameMissing } from '../list-search/list-answer.ts';
import { getServerUrl } from '../list-search/match-provider.ts';
import { toFullName, toSearchedPerson } from '../list-search/searched-person.ts';
import { getEdition } from './list-info.ts';
import { manifest } from './manifest.ts';
import { toListHits, toSearchRequest } from './search.ts';

export const watchman: CheckProvider = {
  manifest,
  check: async (fields, context) => {
    const { settings, now } = context;
    const person = toSearchedPerson(fields);
    if (toFullName(person) === '') return toNameMissing(manifest.id, person);
    const url = getServerUrl(settings).replace(/\/+$/, '');
    const info = await ask(context, { method: 'GET', url: `${url}/v2/listinfo` });
    const edition = getEdition(info, { now, mayBeHoursOld: Number(settings.listsMayBeHoursOld) });
    const found = await ask(context, toSearchRequest(person, settings, url));
    return toListAnswer(manifest.id, settings, { person, hits: toListHits(found, person, settings), edition });
  },
};

async function ask({ http, signal }: CheckContext, request: ProviderRequest): Promise<ProviderResponse> {
  signal.throwIfAborted();
  const response = await http.request(request);
  assertAnswered(response);
  return response;
}
