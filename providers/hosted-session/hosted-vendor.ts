import type { CheckAnswer } from '../../src/domain/finding.ts';
import type {
  CallbackReading,
  CheckContext,
  LaterContext,
  ProviderCallback,
  ProviderManifest,
} from '../../src/ports/check-provider.ts';
import type { VerifiedPerson } from './compare-person.ts';

/**
 * A vendor that checks identities on a page of its own: a session is made, the guest opens its page, and the vendor says what
 * came of it. This is what differs between such vendors; everything else is `createHostedSession`.
 */
export interface HostedVendor {
  readonly manifest: ProviderManifest;
  /** Makes the session of a question, or finds the one that a try before this one made. */
  create(session: NewSession, context: CheckContext): Promise<CreatedSession>;
  /** Tells whether a callback is genuine and about which session it is. Asks nobody. */
  readEvent(callback: ProviderCallback, context: LaterContext): SessionEvent;
  /** Where a session stands now. Callbacks are only doorbells: they come late, twice and in any order. */
  fetchState(reference: string, context: LaterContext): Promise<SessionState>;
  /** Has the vendor remove what it holds; resolves also where there is nothing left. */
  remove(reference: string, context: LaterContext): Promise<void>;
}

/** What the vendor keeps with a session and gives back with its result. No personal data. */
export interface NewSession {
  readonly questionId: string;
  readonly propertyId: string;
  readonly expectation: string;
}

export interface CreatedSession {
  readonly reference: string;
  readonly guestUrl: string;
}

export type SessionEvent =
  | { readonly kind: 'session'; readonly eventId: string; readonly reference: string }
  | Exclude<CallbackReading, { readonly kind: 'answer' }>;

export type SessionState =
  /** The guest has not finished, or the vendor has not. The page may have moved. */
  | { readonly kind: 'open'; readonly guestUrl?: string }
  | {
      readonly kind: 'verified';
      readonly person: VerifiedPerson;
      /** As given with `NewSession`; unknown where the vendor no longer has them. */
      readonly questionId: unknown;
      readonly expectation: unknown;
    }
  /** Finished, and nobody was verified. */
  | { readonly kind: 'unverified'; readonly answer: CheckAnswer }
  /** The vendor holds nothing any more. */
  | { readonly kind: 'removed' };

/** What every hosted check has as settings. */
export const hostedSettings = {
  comparisonKey: {
    type: 'string',
    description:
      'At least 24 random characters, known to nobody else: under it the guest’s name and birth date are compared with the document, so that the vendor need not be told them. Two values, separated by a comma, while it is being changed.',
    default: '',
    isRequired: true,
    isSecret: true,
  },
  returnUrl: {
    type: 'string',
    description: 'Where the guest is taken after the vendor’s page; empty: the vendor shows a page of its own.',
    default: '',
  },
} as const;
