/** Of what the PMS allows a key, as much goes into finding out what changed while there is something to tell. */
const shareOfSyncs = 0.05;
/** Where glances find most of it sooner. */
const shareBesideGlances = shareOfSyncs / 2;
const shareOfGlances = 0.025;
/** However much there is to tell, news is looked for this often. */
const longestGapMs = 300_000;

export interface SyncLoad {
  /** Of the same key. */
  readonly properties: number;
  /** Of them, those with results that are due to be written. */
  readonly busyProperties: number;
  /** What the key is allowed. */
  readonly requestsPerSecond: number;
  /** Of that, what was used in the last minute. */
  readonly usedShare: number;
  /** What the last sync of this property cost: while much is told, its echoes fill pages. */
  readonly requestsOfSync: number;
}

/**
 * The least time between the starts of two syncs of a property, in milliseconds. Where there is much to tell the PMS, syncs at
 * their usual pace would use up what the writes need; with fewer of them, each finds more. A key that is used by half counts
 * as one all of whose properties are busy: waiting until nothing is left would be too late.
 */
export function toSyncGapMs(load: SyncLoad): number {
  const { properties, busyProperties, requestsPerSecond, usedShare, requestsOfSync } = load;
  const busy = usedShare > 0.5 ? properties : busyProperties;
  const share = properties > 1 ? shareBesideGlances : shareOfSyncs;
  return Math.min(toGapMs(busy * requestsOfSync, share * requestsPerSecond), longestGapMs);
}

/** The least time between two glances at the properties of one key, of which the last took so many requests. */
export function toGlanceGapMs({
  requests,
  requestsPerSecond,
}: {
  readonly requests: number;
  readonly requestsPerSecond: number;
}): number {
  return Math.min(toGapMs(requests, shareOfGlances * requestsPerSecond), longestGapMs);
}

function toGapMs(requests: number, perSecond: number): number {
  return Math.ceil((requests * 1_000) / perSecond);
}
