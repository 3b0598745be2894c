import type { Instant } from '../domain/subject.ts';

/**
 * Why the hotel's own staff must look. `field_missing` a field of ours was archived or deleted · `field_short` it was made
 * too short for what it should hold · `field_contested` something keeps changing what we write · `write_refused` the PMS
 * does not take what a guest's fields or note should say · `form_refused` nor what a guest answered.
 */
export type AppErrorCause = 'field_missing' | 'field_short' | 'field_contested' | 'write_refused' | 'form_refused';

/** What names one thing that is wrong: never people's data. */
export interface AppErrorKey {
  readonly propertyId: string;
  readonly cause: AppErrorCause;
  /** A field's shortcode, or the PMS's reason in our words. */
  readonly about: string;
}

/** Something that is wrong at a property, until it is solved. */
export interface AppError extends AppErrorKey {
  /** One of those that it concerns. */
  readonly reservationId?: string;
  readonly openedAt: Instant;
  readonly lastSeenAt: Instant;
  /** When the hotel was told; absent while that is still to come. */
  readonly toldAt?: Instant;
  /** The PMS's ID of what it was told. */
  readonly errorId?: string;
}

export interface AppErrorRepository {
  /** Opens it, and answers true; or notes that it was seen again. */
  open(error: AppErrorKey & { readonly reservationId?: string; readonly at: Instant }): Promise<boolean>;
  find(key: AppErrorKey): Promise<AppError | undefined>;
  /** Those that are open, the oldest first. */
  list(propertyId: string): Promise<readonly AppError[]>;
  noteTold(key: AppErrorKey, told: { readonly at: Instant; readonly errorId: string | undefined }): Promise<void>;
  /** Closes it: the next time it is told again. */
  solve(key: AppErrorKey): Promise<void>;
}
