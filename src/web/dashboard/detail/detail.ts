import type { Schema } from '../../../client/client.ts';

/** A guest on one reservation with everything that is known, as the service shows it to one's role. */
export type Detail = Schema<'ScreeningDetail'> & {
  /** The `ETag` that it came with: what somebody decides about is what they saw. */
  readonly version: string;
};
