import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CheckProvider, SettingValues } from '../../src/ports/check-provider.ts';
import { manifest } from './manifest.ts';
import { bookingRules, type BookingRule } from './rules.ts';

export const bookingRulesProvider: CheckProvider = {
  manifest,
  check: (fields, { settings }) => {
    const broken = bookingRules.filter((rule) => settings[rule.name] === true && rule.applies(fields, settings));
    return Promise.resolve(toAnswer(broken, settings));
  },
};

/** The sum decides; what was noticed is told even where it weighs too little to matter. */
function toAnswer(broken: readonly BookingRule[], settings: SettingValues): CheckAnswer {
  const points = broken.reduce((sum, rule) => sum + weightOf(rule, settings), 0);
  const reasons = broken.map((rule) => ({ code: rule.code, text: toSentence(rule, settings) }));
  const note = broken.map((rule) => rule.words).join(', ');
  const noticed = { reasons, ...(note === '' ? {} : { note }) };
  if (points >= Number(settings.likelyAt)) return { result: 'match', strength: 'likely', ...noticed };
  if (points >= Number(settings.reviewAt)) return { result: 'match', strength: 'possible', ...noticed };
  return { result: 'clear', ...noticed };
}

function weightOf(rule: BookingRule, settings: SettingValues): number {
  return Number(settings[`${rule.name}Weight`]);
}

function toSentence(rule: BookingRule, settings: SettingValues): string {
  return `${rule.words.charAt(0).toUpperCase()}${rule.words.slice(1)} (${weightOf(rule, settings)} points)`;
}
