import type { CheckProvider } from '../../src/ports/check-provider.ts';
import { assertAnswered, type ProviderHttp, type ProviderRequest } from '../../src/ports/provider-http.ts';
import { toListAnswer, toNameMissing } from '../list-search/list-answer.ts';
import { getServerUrl } from '../list-search/match-provider.ts';
import { toFullName, toSearchedPerson } from '../list-search/searched-person.ts';
import { getEdition } from './list-info.ts';
import { manifest } from './manifest.ts';
import { toListHits, toSearchRequest } from './search.ts';

export const watchman: CheckProvider = {
  manifest,
  check: async (fields, { settings, now, http, signal }) => {
    const person = toSearchedPerson(fields);
    if (toFullName(person) === '') return toNameMissing(manifest.id, person);
    const url = getServerUrl(settings).replace(/\/+$/, '');
    const info = await ask(http, { method: 'GET', url: `${url}/v2/listinfo` });
    const edition = getEdition(info, { now, mayBeHoursOld: Number(settings.listsMayBeHoursOld) });
    signal.throwIfAborted();
    const found = await ask(http, toSearchRequest(person, settings, url));
    return toListAnswer(manifest.id, settings, { person, hits: toListHits(found, person, settings), edition });
  },
};

async function ask(http: ProviderHttp, request: ProviderRequest) {
  const response = await http.request(request);
  assertAnswered(response);
  return response;
}
