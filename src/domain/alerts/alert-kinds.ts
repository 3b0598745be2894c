/** What somebody has to be told of because the service cannot mend it alone. docs/operating.md says what to do about each. */
export const alertKinds = [
  /** The PMS takes our key no longer, or the hotel ended the connection. */
  'property_disconnected',
  /** A property with arrivals was not heard of for longer than it is usually quiet. */
  'silence',
  /** Work was given up until somebody has looked. */
  'jobs_buried',
  /** A provider cannot be asked, so that screenings wait or conclude without it. */
  'provider_down',
  /** A list that guests are compared with was not brought up to date for too long. */
  'list_too_old',
  /** The configuration file was changed and is wrong: what it said before holds. */
  'configuration_refused',
  /** Somebody who arrives within a day matches, and nobody has decided. */
  'match_before_arrival',
] as const;

export type AlertKind = (typeof alertKinds)[number];

/** `raised` when it opens · `over` once, when its cause is gone. */
export const alertPhases = ['raised', 'over'] as const;

export type AlertPhase = (typeof alertPhases)[number];

/** The ways on which alerts leave the service. Each is on or off by the settings. */
export const alertChannels = ['log', 'webhook', 'mail'] as const;

export type AlertChannel = (typeof alertChannels)[number];
