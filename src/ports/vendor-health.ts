/**
 * How a provider answered the last time. `unknown`: nothing was asked yet · `failing`: the last question got no answer, and the
 * next ones are asked with care · `left_alone`: after several failures nobody is asked for a while.
 */
export type VendorState = 'unknown' | 'answering' | 'failing' | 'left_alone';

export interface VendorHealth {
  readonly state: VendorState;
  /** How much longer nobody is asked; 0 in every other state. */
  readonly leftAloneMs: number;
}

/** As this process met it, with the settings of that property: other processes, and other properties, may know otherwise. */
export type FindVendorHealth = (propertyId: string, providerId: string) => VendorHealth;
