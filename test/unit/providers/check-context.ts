import type { CheckContext, ProviderManifest, SettingValues } from '../../../src/ports/check-provider.ts';

/** What a provider is handed beside the fields: its own defaults, no world outside, an empty house list. */
export function toCheckContext(manifest: ProviderManifest, changes: Partial<CheckContext> = {}): CheckContext {
  return {
    propertyId: 'P1',
    settings: toDefaults(manifest),
    phoneCountry: 'DE',
    now: '2026-11-23T09:00:00.000Z',
    signal: new AbortController().signal,
    http: { request: () => Promise.reject(new Error('no request is expected')) },
    questionId: 'Q1',
    callbackUrl: undefined,
    houseList: { find: () => Promise.resolve([]) },
    ...changes,
  };
}

export function toDefaults({ settings }: ProviderManifest): SettingValues {
  return Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.default]));
}
