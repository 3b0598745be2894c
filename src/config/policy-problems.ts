import type { MatchStrength } from '../domain/finding.ts';

type RuleLike = { readonly onMatch: Readonly<Record<MatchStrength, string>> } | undefined;

interface PointRuleLike {
  readonly name: string;
  readonly provider: string;
  readonly result?: string | undefined;
  readonly strength?: MatchStrength | undefined;
  readonly reasonCode?: string | undefined;
}

/** A policy of the right form, before its parts are held against each other. */
interface PolicyLike {
  readonly providers: Readonly<Record<string, RuleLike>>;
  readonly otherwise: NonNullable<RuleLike>;
  readonly points?:
    { readonly reviewAt: number; readonly flaggedAt: number; readonly rules: readonly PointRuleLike[] } | undefined;
}

interface PolicyProblem {
  readonly path: (string | number)[];
  readonly message: string;
}

const strengths: readonly MatchStrength[] = ['possible', 'likely', 'strong'];

/** What is wrong between the parts of a policy, each part of which is right by itself. */
export function listPolicyProblems(policy: PolicyLike): readonly PolicyProblem[] {
  const rules = policy.points?.rules ?? [];
  return [...listThresholdProblems(policy), ...listRuleProblems(rules), ...listSilentMatches(policy, rules)];
}

function listThresholdProblems({ points }: PolicyLike): readonly PolicyProblem[] {
  if (points === undefined || points.reviewAt <= points.flaggedAt) return [];
  return [{ path: ['points', 'flaggedAt'], message: 'must not be less than reviewAt' }];
}

function listRuleProblems(rules: readonly PointRuleLike[]): readonly PolicyProblem[] {
  return rules.flatMap(({ name, result, strength, reasonCode }, index) => {
    const at = (key: string, message: string) => ({ path: ['points', 'rules', index, key], message });
    const isTwice = rules.findIndex((other) => other.name === name) !== index;
    const isAnything = result === undefined && strength === undefined && reasonCode === undefined;
    return [
      ...(isTwice ? [at('name', 'is the name of another rule too')] : []),
      ...(isAnything ? [at('result', 'or strength or reasonCode is required: points are given for something')] : []),
      ...(strength !== undefined && (result ?? 'match') !== 'match'
        ? [at('strength', 'goes with the result match only')]
        : []),
    ];
  });
}

/** A match that is left to points which nothing gives would let the guest be clear without a word. */
function listSilentMatches(policy: PolicyLike, rules: readonly PointRuleLike[]): readonly PolicyProblem[] {
  const message = 'leaves it to points, and no rule gives points for such a match, whatever its reasons';
  const named = Object.entries(policy.providers).flatMap(([id, rule]) =>
    strengths
      .filter((strength) => rule?.onMatch[strength] === 'points')
      .filter((strength) => !rules.some((given) => given.provider === id && isForAny(given, strength)))
      .map((strength) => ({ path: ['providers', id, 'onMatch', strength], message })),
  );
  const others = strengths
    .filter((strength) => policy.otherwise.onMatch[strength] === 'points')
    .map((strength) => ({
      path: ['otherwise', 'onMatch', strength],
      message: 'cannot be points, which are given by provider: name the provider',
    }));
  return [...named, ...others];
}

function isForAny({ result = 'match', strength, reasonCode }: PointRuleLike, of: MatchStrength): boolean {
  return result === 'match' && reasonCode === undefined && (strength ?? of) === of;
}
