import type { AlertKind, AlertPhase } from '../domain/alerts/alert-kinds.ts';
import type { Instant } from '../domain/subject.ts';
import type { Listed, ListPage } from './listed.ts';

/** What an alert is about. Of one cause at most one alert is open. */
export interface AlertCause {
  readonly kind: AlertKind;
  /** `null` where it concerns the whole service. */
  readonly propertyId: string | null;
  /** A short id of the cause within its kind; `''` where there is but one. Never people's data. */
  readonly about: string;
}

/** Ids, counts and instants only: they are logged, sent and shown. */
export type AlertFacts = Readonly<Record<string, string | number>>;

export interface Alert extends AlertCause {
  readonly id: string;
  /** As last seen. */
  readonly facts: AlertFacts;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  /** When its cause was gone; absent while it is open. */
  readonly settledAt?: Instant;
  /** Somebody has seen it and takes care. It stays open until its cause is gone. */
  readonly acknowledged?: { readonly at: Instant; readonly by: string };
}

export interface AlertRepository {
  /**
   * Opens an alert and makes its deliveries due in the same transaction. While one of the same cause is open, only its
   * facts and `lastSeenAt` are brought up to date: nothing is sent again while nothing changes.
   */
  raise(seen: AlertCause & { readonly facts: AlertFacts; readonly at: Instant }): Promise<void>;
  /** Closes it where it is open; what was sent is followed by one message that it is over. Twice is once. */
  settle(over: AlertCause & { readonly at: Instant }): Promise<void>;
  find(alertId: string): Promise<Alert | undefined>;
  /** Newest first. */
  list(query: AlertQuery): Promise<readonly Listed<Alert>[]>;
  /** All that are open of a kind, oldest first. */
  listOpen(kind: AlertKind): Promise<readonly Alert[]>;
  /** Throws `alert_unknown`. The first to acknowledge it stays. */
  acknowledge(alertId: string, by: { readonly at: Instant; readonly by: string }): Promise<void>;
  /** That a message left, by whom it was for; `target` is an id, never an address. Twice is once. */
  noteDelivered(delivery: AlertDelivery): Promise<void>;
  wasDelivered(delivery: Omit<AlertDelivery, 'at'>): Promise<boolean>;
  /** Removes alerts that were over before, and what is known of their deliveries. */
  removeSettledBefore(settledBefore: Instant): Promise<void>;
}

export interface AlertQuery extends ListPage {
  /** Absent: all. Alerts of the whole service are among them only where `withService` is set. */
  readonly propertyIds?: readonly string[];
  readonly withService: boolean;
  readonly state: 'open' | 'all';
}

export interface AlertDelivery {
  readonly alertId: string;
  readonly phase: AlertPhase;
  readonly target: string;
  readonly at: Instant;
}

/** Where a hotel's own machines are told of alerts. */
export interface AlertHook {
  readonly url: string;
  /** One or, while it is being changed, several: `new,old`. */
  readonly secret: string;
  /** Whether it may lie in the hotel's own network. */
  readonly isPrivateAllowed: boolean;
}

export interface HookPost {
  readonly url: string;
  readonly isPrivateAllowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON. */
  readonly text: string;
}

/** The way out to such an address. Redirects are answers like any other, and never followed. */
export interface HookDoor {
  /**
   * The status that came. Throws `alert_hook_unreachable` where none did, and `alert_hook_refused` for an address that this
   * service does not go to.
   */
  post(post: HookPost, signal: AbortSignal): Promise<{ readonly status: number; readonly retryAfterMs?: number }>;
}

/** What a mail about an alert says, to one of those who are to know. */
export interface AlertMailFacts {
  readonly to: string;
  readonly language?: string;
  readonly key: string;
  readonly phase: AlertPhase;
  readonly alert: Alert;
  /** Absent where it concerns the whole service. */
  readonly propertyName?: string;
  readonly timeZone: string;
  /** The page where somebody can do something about it. */
  readonly url: string;
}
