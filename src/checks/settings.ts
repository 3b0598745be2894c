import { createHash } from 'node:crypto';
import type { ProviderManifest, SettingValues } from '../ports/check-provider.ts';

/** The configured values over the manifest's defaults. Types and bounds were held when the configuration was read. */
export function toSettings(manifest: ProviderManifest, configured: SettingValues): SettingValues {
  const defaults = Object.entries(manifest.settings).map(([name, setting]) => [name, setting.default] as const);
  return { ...Object.fromEntries(defaults), ...configured };
}

/** Tells settings apart in this process's memory, without holding the secrets among them. */
export function toSettingsKey(settings: SettingValues): string {
  return createHash('sha256').update(toSortedJson(settings)).digest('base64url');
}

/** Settings that can change an answer: not the secrets, so that a key may be changed without asking everything again. */
export function toAnswerSettings(manifest: ProviderManifest, settings: SettingValues): string {
  const telling = Object.entries(settings).filter(([name]) => manifest.settings[name]?.isSecret !== true);
  return toSortedJson(Object.fromEntries(telling));
}

function toSortedJson(settings: SettingValues): string {
  return JSON.stringify(Object.entries(settings).sort(([one], [other]) => (one < other ? -1 : 1)));
}
