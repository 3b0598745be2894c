import type { ProviderManifest, SettingValues } from '../ports/check-provider.ts';
import type { ConfigFile } from './config-file-schema.ts';
import type { SettingProblem } from './setting-problem.ts';

interface Section {
  readonly providers: Readonly<Record<string, { readonly enabled: boolean; readonly settings: SettingValues }>>;
}

/** The defaults, and each property that the file names, laid over them. */
export interface MergedSections<Merged extends Section> {
  readonly defaults: Merged;
  readonly named: ReadonlyMap<string, Merged>;
}

/**
 * Each required setting that is empty where its provider is on. What the defaults lack is named there, once; but where a
 * property says it for itself, the defaults may leave it to the properties, and each that lacks it is named.
 */
export function listMissingSettings(
  { defaults, named }: MergedSections<Section>,
  { file, manifests }: { readonly file: ConfigFile; readonly manifests: readonly ProviderManifest[] },
): readonly SettingProblem[] {
  const required = manifests.flatMap(({ id, settings }) =>
    Object.keys(settings)
      .filter((name) => settings[name]?.isRequired === true)
      .map((name) => ({ id, name })),
  );
  return required.flatMap(({ id, name }) => {
    const lacks = ({ providers: { [id]: provider } }: Section) =>
      provider?.enabled === true && String(provider.settings[name] ?? '').trim() === '';
    const toProblem = (section: string) => {
      return { name: `${section}.providers.${id}.settings.${name}`, message: 'is required where the provider is on' };
    };
    const isSaidByOne = Object.values(file.properties ?? {}).some(
      ({ providers }) => providers?.[id]?.settings?.[name] !== undefined,
    );
    if (lacks(defaults) && !isSaidByOne) return [toProblem('defaults')];
    return [...named]
      .filter(([, config]) => lacks(config))
      .map(([propertyId]) => toProblem(`properties.${propertyId}`));
  });
}
