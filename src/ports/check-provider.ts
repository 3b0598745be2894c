import type { CheckAnswer } from '../domain/finding.ts';
import type { SubjectField, SubjectFields } from '../domain/subject.ts';
import type { HouseListMatch, HouseListQuery } from './house-list.ts';

/** One setting of a provider. Its values come from the configuration file; the description goes into the docs. */
export interface SettingDefinition {
  readonly type: 'boolean' | 'number' | 'string';
  readonly description: string;
  readonly default: boolean | number | string;
  /** Inclusive bounds of a number. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Masked wherever settings are shown. */
  readonly isSecret?: boolean;
}

export type SettingValues = Readonly<Record<string, boolean | number | string>>;

/** What a provider is, as data. The service enforces, prints and documents what stands here. */
export interface ProviderManifest {
  /** kebab-case, unique; the folder's name. */
  readonly id: string;
  /** Changes when the same fields could get another answer. */
  readonly version: string;
  /** What staff read, e.g. `House list`. */
  readonly label: string;
  readonly description: string;
  /** The fields that the function is handed; no other leaves the service. */
  readonly reads: readonly SubjectField[];
  /** Hosts that it may contact; empty for a check that stays in the building. */
  readonly hosts: readonly string[];
  readonly deadlineMs: number;
  /** How many of its checks may run at once. */
  readonly concurrency: number;
  readonly kind: 'instant';
  readonly settings: Readonly<Record<string, SettingDefinition>>;
}

/** The fields that a manifest declares: what is declared may still be absent. */
export type DeclaredFields = Partial<SubjectFields>;

export interface CheckContext {
  readonly propertyId: string;
  readonly settings: SettingValues;
  /** The property's country, ISO 3166 alpha-2, for phone numbers without a prefix. */
  readonly phoneCountry: string | undefined;
  /** Aborted at the deadline and at shutdown. */
  readonly signal: AbortSignal;
  /** What the property's own list knows; answers from the database of this service. */
  readonly houseList: { find(query: HouseListQuery): Promise<readonly HouseListMatch[]> };
}

/**
 * One question about one subject. May throw or hang: the service turns that into an `unavailable` finding.
 */
export interface CheckProvider {
  readonly manifest: ProviderManifest;
  readonly check: (fields: DeclaredFields, context: CheckContext) => Promise<CheckAnswer>;
}
