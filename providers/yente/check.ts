import { toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import { createMatchProvider, getServerUrl } from '../list-search/match-provider.ts';
import { manifest } from './manifest.ts';

export const yente = createMatchProvider(manifest, (settings) => {
  const url = getServerUrl(settings);
  const [apiKey, ...older] = toCurrentSecrets(settings.apiKey);
  return [{ url, apiKey }, ...older.map((key) => ({ url, apiKey: key }))];
});
