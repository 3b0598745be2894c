import type { CheckAnswer } from '../domain/finding.ts';
import type { Instant, SubjectField, SubjectFields } from '../domain/subject.ts';
import type { HouseListMatch, HouseListQuery } from './house-list.ts';
import type { ProviderHttp } from './provider-http.ts';

/** One setting of a provider. Its values come from the configuration file; the description goes into the docs. */
export interface SettingDefinition {
  readonly type: 'boolean' | 'number' | 'string';
  readonly description: string;
  readonly default: boolean | number | string;
  /** Inclusive bounds of a number. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** Without it the provider cannot ask: where it is on, the service does not start while this is empty. */
  readonly isRequired?: boolean;
  /** Masked wherever settings are shown. May hold two values while it is being changed; see `toCurrentSecrets`. */
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
  /**
   * Hosts that it may contact; empty for a check that stays in the building. `{name}` stands for the host of the URL in the
   * setting of that name, for services that a hotel runs itself.
   */
  readonly hosts: readonly string[];
  /** Of one check, with all its requests and retries. */
  readonly deadlineMs: number;
  /** How many of its checks may run at once. */
  readonly concurrency: number;
  /** `instant`: the function answers. `later`: it may answer `pending`, and a callback or a poll brings the rest. */
  readonly kind: 'instant' | 'later';
  /** Asked of every property that says nothing; a provider that needs an account of its own is off. Default true. */
  readonly isOnByDefault?: boolean;
  readonly settings: Readonly<Record<string, SettingDefinition>>;
  /**
   * Further tries of a check that failed in a way that may pass (no connection, or `vendor_unavailable`), within its
   * deadline: the wait doubles, is shortened by chance, and is at least what the vendor's `Retry-After` asks for. Default: none.
   */
  readonly retry?: { readonly tries: number; readonly firstDelayMs: number };
  /**
   * What one call costs, in minor units of a currency (ISO 4217), by the vendor's public price. Default: nothing. A provider
   * that costs has the setting `monthlyCeiling`; see `toMonthlyCeilingSetting`.
   */
  readonly cost?: { readonly minorUnits: number; readonly currency: string };
  /**
   * How long an answer about the same declared fields may stand for a new one, in the same property and under the same
   * settings and version. Default: asked each time. `pending` and `unavailable` never stand for anything.
   */
  readonly reuseMs?: number;
  /** Only of `later`: when a pending answer is overdue, and how often to ask for it where the vendor has no callback. */
  readonly later?: { readonly overdueAfterMs: number; readonly pollEveryMs?: number };
}

/** The fields that a manifest declares: what is declared may still be absent. */
export type DeclaredFields = Partial<SubjectFields>;

export interface CheckContext {
  readonly propertyId: string;
  /** By which the PMS knows the guest: to find again what people said of them here. It stays in the building. */
  readonly guestId?: string;
  readonly settings: SettingValues;
  /** The property's country, ISO 3166 alpha-2, for phone numbers without a prefix. */
  readonly phoneCountry: string | undefined;
  readonly now: Instant;
  /** Aborted at the deadline and at shutdown. */
  readonly signal: AbortSignal;
  /** The only way out of the building: to the hosts of the manifest, and no further. */
  readonly http: ProviderHttp;
  /** The same for every try of the same question: to be sent as an idempotency key. Opaque; no personal data. */
  readonly questionId: string;
  /** Only of `later`: where the vendor's callback reaches us. */
  readonly callbackUrl: string | undefined;
  /** What the property's own list knows; answers from the database of this service. */
  readonly houseList: { find(query: HouseListQuery): Promise<readonly HouseListMatch[]> };
}

/** A delivery to `/callbacks/{provider}/{secret}`, as it came: signatures are checked over the raw bytes. */
export interface ProviderCallback {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** What a callback says. `other`: genuine, but nothing that concerns a check. */
export type CallbackReading =
  | { readonly kind: 'answer'; readonly eventId: string; readonly reference: string; readonly answer: CheckAnswer }
  | { readonly kind: 'other' }
  /** Not signed as agreed, or older than the vendor's tolerance. */
  | { readonly kind: 'refused'; readonly why: 'signature' | 'timestamp' | 'malformed' };

/**
 * One question about one subject. `check` may throw or hang: the service turns that into an `unavailable` finding.
 * Instant providers have nothing but `check`.
 */
export interface CheckProvider {
  readonly manifest: ProviderManifest;
  readonly check: (fields: DeclaredFields, context: CheckContext) => Promise<CheckAnswer>;
  /** Reads a callback; may fetch the result from the vendor, for those whose callbacks carry none. */
  readonly readCallback?: (callback: ProviderCallback, context: LaterContext) => Promise<CallbackReading>;
  /** Asks for the answer to a pending check, which may be `pending` still. */
  readonly poll?: (reference: string, context: LaterContext) => Promise<CheckAnswer>;
  /** Has the vendor remove what it holds about the person. */
  readonly redact?: (reference: string, context: LaterContext) => Promise<void>;
}

export type LaterContext = Pick<CheckContext, 'propertyId' | 'settings' | 'now' | 'signal' | 'http'>;
