import type { Instant } from '../domain/subject.ts';

/** A credential of the PMS in use. */
export interface PmsCredential {
  readonly connectionId: string;
  readonly generation: number;
  /** Where it is used; absent: at the address of the settings. */
  readonly apiUrl?: string;
  readonly kind: 'key' | 'token';
  readonly secret: string;
}

/**
 * What a request is sent with. `isForced`: also for a property that is disconnected, as a probe and the taking back of
 * subscriptions need.
 */
export type CredentialOf =
  { readonly propertyId: string; readonly isForced?: boolean } | { readonly connectionId: string };

export interface PmsCredentials {
  /**
   * Asked before a request queues and again when its turn has come, so that a key is out of use at once. Throws
   * `property_disconnected`, and `connection_unknown`.
   */
  find(of: CredentialOf): Promise<PmsCredential>;
  /**
   * The PMS answered 401 to it, about this property: nothing is sent for that until it has been asked once more. That says
   * nothing where a request that was sent later than this one has been answered meanwhile.
   */
  noteRefused(credential: PmsCredential, propertyId: string, sentAt: Instant): Promise<void>;
}
