import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';
import { createMatchProvider } from '../list-search/match-provider.ts';
import { manifest, openSanctionsHost } from './manifest.ts';

/** Without a key nothing is asked: the answer is known. */
export const openSanctions = createMatchProvider(manifest, (settings) => {
  const url = `https://${openSanctionsHost}`;
  const [apiKey, ...older] = toCurrentSecrets(settings.apiKey);
  if (apiKey === undefined) throw new ProviderHttpError('vendor_unauthorized');
  return [{ url, apiKey }, ...older.map((key) => ({ url, apiKey: key }))];
});
