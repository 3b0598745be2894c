import type { ProviderManifest, SettingValues } from '../ports/check-provider.ts';

/** The configured values over the manifest's defaults. Types and bounds were held when the configuration was read. */
export function toSettings(manifest: ProviderManifest, configured: SettingValues): SettingValues {
  const defaults = Object.entries(manifest.settings).map(([name, setting]) => [name, setting.default] as const);
  return { ...Object.fromEntries(defaults), ...configured };
}
