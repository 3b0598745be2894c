import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { DriftHandling } from '../domain/drift.ts';
import type { FormSettings } from '../domain/form/form-settings.ts';
import type { Policy } from '../domain/policy.ts';
import type { ProviderManifest, SettingValues } from '../ports/check-provider.ts';
import { type AlertConfig, toAlertConfig } from './alert-schema.ts';
import { type ConfigFile, type PropertySection, toConfigFileSchema } from './config-file-schema.ts';
import { defaultPolicy } from './default-policy.ts';
import { toFormSettings } from './form-schema.ts';
import { listMissingSettings, type MergedSections } from './missing-settings.ts';
import { toSchemaProblems } from './schema-problems.ts';
import { type OidcConfig, toOidcConfig } from './sign-in-schema.ts';
import type { SettingProblem } from './setting-problem.ts';

export interface PropertyConfig {
  readonly writeBack: 'custom_fields' | 'note' | 'both';
  readonly drift: DriftHandling;
  /** Of people whose own is not known. */
  readonly language: string | undefined;
  /** ISO 3166 alpha-2: the country of phone numbers that are written without a prefix. */
  readonly phoneCountry: string | undefined;
  readonly policy: Policy;
  /** The name of the group with whose properties it shares guest profiles. */
  readonly profileGroup: string | undefined;
  /** What guests are asked. */
  readonly form: FormSettings;
  /** Who is told of what the service cannot mend alone. */
  readonly alerts: AlertConfig;
  /** Every provider that there is, by its id. */
  readonly providers: Readonly<Record<string, ProviderConfig>>;
}

export interface ProviderConfig {
  readonly enabled: boolean;
  /** Every setting of its manifest: as configured, or the default. */
  readonly settings: SettingValues;
}

export interface PropertyConfigs {
  /** For a property that the file does not name, and for `''`, the defaults. */
  configFor(propertyId: string): PropertyConfig;
  /** Of the whole service. */
  readonly oidc: OidcConfig;
}

export type ConfigFileReading =
  { readonly properties: PropertyConfigs } | { readonly problems: readonly SettingProblem[] };

/** Reads the text of a configuration file, JSON or YAML; an empty one is all defaults. */
export function readConfigFile(text: string, manifests: readonly ProviderManifest[]): ConfigFileReading {
  const content = parseText(text);
  if ('problems' in content) return content;
  const parsed = toConfigFileSchema(manifests).safeParse(content.value ?? {});
  if (!parsed.success) return { problems: toProblems(parsed.error) };
  const sections = mergeSections(parsed.data, manifests);
  const missing = listMissingSettings(sections, { file: parsed.data, manifests });
  if (missing.length > 0) return { problems: missing };
  return { properties: createPropertyConfigs(sections, parsed.data) };
}

/** JSON is YAML too. */
function parseText(text: string): { readonly value: unknown } | { readonly problems: readonly SettingProblem[] } {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    return { problems: [{ name: 'CONFIG_FILE', message: `is neither JSON nor YAML (${error.code}, line ${line})` }] };
  }
  try {
    return { value: document.toJS() };
  } catch {
    // What parses and cannot be resolved: an alias without an anchor, or aliases that multiply without end.
    return { problems: [{ name: 'CONFIG_FILE', message: 'has aliases that cannot be resolved' }] };
  }
}

function mergeSections(file: ConfigFile, manifests: readonly ProviderManifest[]): MergedSections<PropertyConfig> {
  const defaults = toPropertyConfig([file.defaults ?? {}], manifests);
  const named = new Map(
    Object.entries(file.properties ?? {}).map(([propertyId, section]) => [
      propertyId,
      toPropertyConfig([section, file.defaults ?? {}], manifests),
    ]),
  );
  return { defaults, named };
}

function createPropertyConfigs(
  { defaults, named }: MergedSections<PropertyConfig>,
  { signIn }: ConfigFile,
): PropertyConfigs {
  return { configFor: (propertyId) => named.get(propertyId) ?? defaults, oidc: toOidcConfig(signIn) };
}

/** The nearest section that says something has its way. */
function toPropertyConfig(
  sections: readonly PropertySection[],
  manifests: readonly ProviderManifest[],
): PropertyConfig {
  const find = <Key extends keyof PropertySection>(key: Key) =>
    sections.map((section) => section[key]).find((value) => value !== undefined);
  const language = find('language');
  return {
    writeBack: find('writeBack') ?? 'custom_fields',
    drift: find('drift') ?? 'repair',
    language,
    phoneCountry: find('phoneCountry'),
    profileGroup: find('profiles')?.group,
    policy: (find('policy') as Policy | undefined) ?? defaultPolicy,
    form: { ...toFormSettings(sections.map((section) => section.form)), ...(language !== undefined && { language }) },
    alerts: toAlertConfig(sections.map((section) => section.alerts)),
    providers: Object.fromEntries(manifests.map((manifest) => [manifest.id, toProviderConfig(sections, manifest)])),
  };
}

function toProviderConfig(sections: readonly PropertySection[], manifest: ProviderManifest): ProviderConfig {
  const given = sections.map((section) => section.providers?.[manifest.id]);
  const settings = Object.entries(manifest.settings).map(([name, definition]) => {
    const configured = given.map((provider) => provider?.settings?.[name]).find((value) => value !== undefined);
    return [name, configured ?? definition.default] as const;
  });
  return {
    enabled:
      given.map((provider) => provider?.enabled).find((value) => value !== undefined) ?? manifest.isOnByDefault ?? true,
    settings: Object.fromEntries(settings),
  };
}

function toProblems(error: z.ZodError): readonly SettingProblem[] {
  return toSchemaProblems(error, (path) => path.includes('policy')).map(({ path, message }) => {
    return { name: path.map(String).join('.') || 'CONFIG_FILE', message };
  });
}
