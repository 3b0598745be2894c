import type { AccessHttpParts } from './access/access-parts.ts';
import type { ConnectionHttpParts } from './connections/connection-parts.ts';
import type { DismissMatch, WithdrawDismissal } from '../screening/watchlists/dismiss-match.ts';
import type { RequestRefresh, SaveOwnList } from '../screening/watchlists/watchlist-requests.ts';
import type { Watchlists } from '../ports/watchlists.ts';
import type { Assignments } from '../screening/desk/assign.ts';
import type { GuestNotes } from '../screening/desk/guest-notes.ts';
import type { Decide } from '../screening/decide.ts';
import type { DecideHouseListEntry } from '../screening/house-list/decide-house-list-entry.ts';
import type { AddHouseListEntry, RemoveHouseListEntry } from '../screening/house-list/house-list.ts';
import type { ReceiveCallback } from '../screening/receive-callback.ts';
import type { ReceiveEvent } from '../screening/receive-event.ts';
import type { Rescreen } from '../screening/rescreen.ts';
import type { WithdrawVerification } from '../screening/withdraw-verification.ts';
import type { ReplayPolicy } from '../screening/replay-policy.ts';
import type { Policy } from '../domain/policy.ts';
import type { ProfileHttpParts } from './profiles/profile-parts.ts';
import type { StatisticsHttpParts } from './statistics/statistics-parts.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import type { Diagnose } from '../ports/doctor.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { FormHttpParts } from './form/form-http-parts.ts';
import type { FormAsking } from '../ports/forms.ts';
import type { MailStopParts } from './mail/mail-stop-app.ts';
import type { Store } from '../ports/store.ts';
import type { StaffForms } from '../screening/form/staff-forms.ts';

/** What the API knows and asks of watchlists. */
export interface WatchlistHttpParts {
  readonly lists: Pick<Watchlists, 'list' | 'search' | 'toOwnListId'>;
  /** Lists that a property's guests are compared with. */
  readonly listsFor: (propertyId: string) => readonly string[];
  readonly requestRefresh: RequestRefresh;
  readonly saveOwn: SaveOwnList;
  readonly dismiss: DismissMatch;
  readonly withdraw: WithdrawDismissal;
}

export interface HouseListHttpParts {
  readonly add: AddHouseListEntry;
  readonly propose: AddHouseListEntry;
  readonly decide: DecideHouseListEntry;
  readonly remove: RemoveHouseListEntry;
}

/** What the API does with guests' forms. */
export interface StaffFormsHttpParts {
  readonly forms: StaffForms;
  readonly asking: FormAsking;
}

/** All that the HTTP side works with. */
export interface HttpParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics & { readonly contentType: string; toText(): Promise<string> };
  readonly access: AccessHttpParts;
  /** Where the built pages are; undefined where nobody built them. */
  readonly pagesFolder?: string | undefined;
  readonly form?: FormHttpParts;
  readonly staffForms: StaffFormsHttpParts;
  /** The way out of mails. */
  readonly mail?: MailStopParts;
  readonly connections: ConnectionHttpParts;
  readonly receiveEvent: ReceiveEvent;
  readonly receiveCallback: ReceiveCallback;
  readonly decide: Decide;
  readonly rescreen: Rescreen;
  readonly withdrawVerification: WithdrawVerification;
  readonly houseList: HouseListHttpParts;
  readonly desk: { readonly notes: GuestNotes; readonly assignments: Assignments };
  readonly policy: PolicyParts;
  readonly watchlists: WatchlistHttpParts;
  readonly profiles: ProfileHttpParts;
  readonly statistics: StatisticsHttpParts;
  readonly diagnose: Diagnose;
  readonly health: {
    hasMigrated(): boolean;
    isStopping(): boolean;
  };
}

export interface PolicyParts {
  /** What a property's guests are judged by, and the providers that it has switched on. */
  readonly inForce: (propertyId: string) => {
    readonly policy: Policy;
    readonly providers: readonly ProviderManifest[];
  };
  readonly replay: ReplayPolicy;
  /** Reads a policy in the form of the configuration file; problems come with the keys that lead there. */
  readonly read: (
    value: unknown,
  ) =>
    | { readonly policy: Policy }
    | { readonly problems: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
}
