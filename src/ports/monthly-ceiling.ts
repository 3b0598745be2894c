import type { SettingDefinition } from './check-provider.ts';

/** The setting that every provider that costs has. */
export const monthlyCeilingName = 'monthlyCeiling';

/** What a property may spend on a provider in a calendar month (UTC), in minor units of the manifest's currency. */
export function toMonthlyCeilingSetting(defaultMinorUnits: number): SettingDefinition {
  return {
    type: 'number',
    description:
      'What may be spent in a calendar month (UTC), in minor units of the currency. Beyond it the check is unavailable.',
    default: defaultMinorUnits,
    minimum: 0,
    maximum: 1_000_000_000,
  };
}
