import type { ProviderManifest, SettingValues } from '../../ports/check-provider.ts';
import type { Reach } from '../../network/address-reach.ts';

/** One place that a provider may ask. An origin has scheme, host and port. */
export interface DeclaredOrigin {
  readonly origin: string;
  readonly reach: Reach;
}

/** The name in `{name}`, or `undefined` for a host. */
export function toSettingName(host: string): string | undefined {
  return /^\{(\w+)\}$/.exec(host)?.[1];
}

/**
 * The hosts of the manifest as origins: those of a vendor by https only, those of the hotel's own services as the URL in
 * the setting says. A setting that is empty or no URL opens nothing.
 */
export function toDeclaredOrigins(
  manifest: Pick<ProviderManifest, 'hosts'>,
  settings: SettingValues,
): readonly DeclaredOrigin[] {
  return manifest.hosts.flatMap((host): DeclaredOrigin[] => {
    const settingName = toSettingName(host);
    if (settingName === undefined) return [{ origin: new URL(`https://${host}`).origin, reach: 'public' }];
    const own = toHttpUrl(settings[settingName]);
    return own === undefined ? [] : [{ origin: own.origin, reach: 'own' }];
  });
}

function toHttpUrl(value: unknown): URL | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}
