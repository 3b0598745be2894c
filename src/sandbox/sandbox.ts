import type { FaultPlan } from './faults.ts';
import type { SandboxStats } from './stats.ts';
import type { WebhookSettings } from './webhooks/webhook-settings.ts';
import type { NewProperty } from './world/world-inputs.ts';
import type { World } from './world/world.ts';

export interface SandboxOptions {
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** The world's clock: time stamps of bookings, edits and events. Default: the real one. */
  readonly now?: () => Date;
  /** Requests per key within any 1000 ms; more is a 429. Default 5; Infinity lifts it. */
  readonly rateLimitPerSecond?: number;
  /** The rate limit's own clock, in milliseconds. Default: performance.now. */
  readonly rateLimitClockMs?: () => number;
  readonly webhooks?: Partial<WebhookSettings>;
  /** Makes ids and chance repeatable. Default 1. */
  readonly seed?: number;
  /** Hotels to begin with; the sandbox's own key opens all of them. Default: one. */
  readonly properties?: readonly NewProperty[];
  /** Default: drawn. */
  readonly apiKey?: string;
}

/**
 * A running Cloudbeds of one's own: the vendor's API at `apiUrl`, the hotel's staff in `world`, or for people with
 * curl at `adminUrl`. State lives in memory and ends with close().
 */
export interface Sandbox {
  /** http://127.0.0.1:PORT/api/v1.3, to be used as CLOUDBEDS_API_URL. */
  readonly apiUrl: string;
  /** http://127.0.0.1:PORT/admin; GET it for a list of what can be done. */
  readonly adminUrl: string;
  /** Opens the properties that the sandbox started with. */
  readonly apiKey: string;
  /** The first property's ID. */
  readonly propertyId: string;
  readonly world: World;
  readonly stats: SandboxStats;
  /** What goes wrong on purpose. */
  readonly faults: FaultPlan;
  readonly webhookSettings: Readonly<WebhookSettings>;
  changeWebhookSettings(changes: Partial<WebhookSettings>): void;
  /** Resolves when no webhook delivery is queued, waiting for a retry or in flight. */
  deliveriesSettled(): Promise<void>;
  /** Stops listening, cuts open connections, forgets pending deliveries. Safe to call twice. */
  close(): Promise<void>;
}
