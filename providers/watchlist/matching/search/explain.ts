import { textHash } from '../index/text-hash.ts';
import type { MatchIndex } from '../index/match-index.ts';
import { variantGroupsOf } from '../parts/variants.ts';
import { ALERT_THRESHOLD, bandOf } from '../score/bands.ts';
import type { Evidence } from '../score/evidence.ts';
import type { NameScorer, PartMatch } from '../score/name-scorer.ts';
import { MOST_FOR_SOUND } from '../score/part-similarity.ts';
import { SETTINGS } from '../score/settings.ts';
import { toScore, type Units } from '../score/units.ts';
import { FULL_SIMILARITY } from '../sound/distance.ts';
import type { Comparison, Contribution, MatchExplanation } from './explanation.ts';
import { entryIdOf, partTextsOf, publishedName } from './listed-texts.ts';
import type { NameComparison } from './name-comparison.ts';
import type { QueryName } from './query-name.ts';

/** The comparison that gave a person their score. */
export interface DecidingComparison {
  readonly name: QueryName;
  readonly listedName: number;
  readonly person: number;
  readonly units: Units;
  readonly evidence: readonly Evidence[];
}

/** Writes down how a score came about; runs the deciding comparison again to do so. */
export function explain(index: MatchIndex, comparison: NameComparison, deciding: DecidingComparison): MatchExplanation {
  comparison.begin(deciding.name);
  comparison.scoreAnew(deciding.name, deciding.listedName);
  const listed = partTextsOf(index, deciding.listedName);
  const quality = comparison.qualityOf(deciding.listedName);
  const contributions: Contribution[] = [
    ...explainName(comparison.scorer, deciding.name, listed),
    ...(SETTINGS.quality[quality] === 0
      ? []
      : [{ about: 'name_quality' as const, quality, units: SETTINGS.quality[quality] }]),
    ...deciding.evidence,
  ];
  if (deciding.name.isRespaced) contributions.push({ about: 'other_spacing', units: -SETTINGS.otherSpacing });
  const excess = deciding.units - contributions.reduce((sum, { units }) => sum + units, 0);
  if (excess !== 0) contributions.push({ about: 'bounds', units: excess });
  return {
    entryId: entryIdOf(index, deciding.person),
    units: deciding.units,
    score: toScore(deciding.units),
    band: bandOf(deciding.units),
    threshold: ALERT_THRESHOLD,
    listedName: publishedName(index, deciding.listedName),
    contributions,
  };
}

function explainName(scorer: NameScorer, name: QueryName, listed: readonly string[]): Contribution[] {
  const guest = name.parts.map(({ text }) => text);
  const { agreement, sufficient, final } = scorer.sums;
  const lines: Contribution[] = shareOut(scorer.matches, agreement).map(({ match, units }) => ({
    about: 'name_parts',
    guest: textOf(guest, match.left, match.joined === 'left'),
    listed: textOf(listed, match.right, match.joined === 'right'),
    comparison: comparisonOf(match, guest[match.left] ?? '', listed[match.right] ?? ''),
    similarity: match.similarity / FULL_SIMILARITY,
    units,
  }));
  for (const part of unmatched(guest, scorer.matches, 'left')) lines.push({ about: 'only_guest_has', part, units: 0 });
  for (const part of unmatched(listed, scorer.matches, 'right')) lines.push({ about: 'only_list_has', part, units: 0 });
  if (sufficient !== agreement) lines.push({ about: 'frequent_parts', units: sufficient - agreement });
  if (final !== sufficient) lines.push({ about: 'other_order', units: final - sufficient });
  return lines;
}

/** Each pair's share of the agreement in whole units; what rounding leaves goes to the first, so that the sum is exact. */
function shareOut(matches: readonly PartMatch[], agreement: Units): { match: PartMatch; units: Units }[] {
  const whole = matches.reduce((sum, { gain, weight }) => sum + gain * weight, 0);
  const shares = matches.map((match) => ({
    match,
    units: Math.floor((agreement * match.gain * match.weight) / (whole || 1)),
  }));
  const left = agreement - shares.reduce((sum, { units }) => sum + units, 0);
  return shares.map((share, position) => (position === 0 ? { ...share, units: share.units + left } : share));
}

function textOf(parts: readonly string[], position: number, isJoined: boolean): string {
  return parts.slice(position, position + (isJoined ? 2 : 1)).join(' ');
}

function unmatched(parts: readonly string[], matches: readonly PartMatch[], side: 'left' | 'right'): string[] {
  return parts.filter(
    (_, position) =>
      !matches.some((match) => match[side] === position || (match.joined === side && match[side] + 1 === position)),
  );
}

function comparisonOf(match: PartMatch, guest: string, listed: string): Comparison {
  if (match.joined !== 'none') return 'written_as_one';
  if (textHash(guest) === textHash(listed)) return 'same';
  if (guest.length === 1 || listed.length === 1) return 'initial';
  const groups = variantGroupsOf(listed);
  if (match.similarity < MOST_FOR_SOUND && variantGroupsOf(guest).some((group) => groups.includes(group)))
    return 'other_form';
  return match.similarity >= MOST_FOR_SOUND ? 'sounds_the_same' : 'sounds_alike';
}
