import { MOST_FOR_NAME, type Units } from './units.ts';

/** How strong a match is. A name alone never reaches `likely`: namesakes are common. */
export type Band = 'none' | 'possible' | 'likely' | 'strong';

/** From this score on a match is shown; below it is not. */
export const ALERT_THRESHOLD: Units = 42_000;
/** Above the most that a name and a country reach together. */
const LIKELY: Units = MOST_FOR_NAME + 4_000;
const STRONG: Units = 86_000;

export function bandOf(units: Units): Band {
  if (units >= STRONG) return 'strong';
  if (units >= LIKELY) return 'likely';
  return units >= ALERT_THRESHOLD ? 'possible' : 'none';
}
