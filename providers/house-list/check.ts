import type { CheckAnswer, MatchStrength, Reason } from '../../src/domain/finding.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import type { HouseListKey, HouseListKeyKind, HouseListMatch } from '../../src/ports/house-list.ts';
import { toGuestKeys } from './keys.ts';
import { manifest } from './manifest.ts';

export const houseList: CheckProvider = {
  manifest,
  check: async (fields, context) => {
    const keys = toGuestKeys(fields, context.phoneCountry);
    const matches = keys.length === 0 ? [] : await findMatches(keys, fields, context);
    return toAnswer(matches);
  },
};

interface RatedMatch extends HouseListMatch {
  readonly strength: MatchStrength;
}

async function findMatches(
  keys: readonly HouseListKey[],
  fields: DeclaredFields,
  context: CheckContext,
): Promise<readonly RatedMatch[]> {
  const found = await context.houseList.find({ keys });
  return found
    .map((match) => ({ ...match, strength: toStrength(match, fields) }))
    .filter((match): match is RatedMatch => match.strength !== undefined);
}

/**
 * A document number belongs to one person, and a name together with anything else is that person. An address or a phone
 * alone may be shared by a family, and a name alone by strangers. Another birth date is another person, unless the
 * document says otherwise.
 */
function toStrength(match: HouseListMatch, fields: DeclaredFields): MatchStrength | undefined {
  const kinds = new Set(match.sharedKinds);
  const { birthDate } = match.entry;
  const bothBirthDates = birthDate !== undefined && fields.birthDate !== undefined;
  if (kinds.has('document')) return 'strong';
  if (bothBirthDates && birthDate !== fields.birthDate) return kinds.size > 1 ? 'possible' : undefined;
  if (kinds.has('name') && (kinds.size > 1 || bothBirthDates)) return 'strong';
  return kinds.has('email') ? 'likely' : 'possible';
}

function toAnswer(matches: readonly RatedMatch[]): CheckAnswer {
  const bans = matches.filter(({ entry }) => entry.kind === 'ban');
  if (bans.length > 0) {
    const strength = toStrongest(bans);
    return { result: 'match', strength, reasons: bans.map(toBanReason), note: `${strength} match` };
  }
  // Trust is earned by the person: a namesake, or somebody at the same address, is not trusted for it.
  const trusts = matches.filter(({ entry, strength }) => entry.kind === 'trust' && strength === 'strong');
  if (trusts.length > 0) {
    return {
      result: 'clear',
      reasons: [{ code: 'house_list.trusted', text: 'Trusted by the property' }],
      note: 'trusted',
    };
  }
  return { result: 'clear', reasons: [] };
}

function toBanReason({ entry, sharedKinds }: RatedMatch): Reason {
  const shared = sharedKinds.map((kind) => kindWords[kind]).join(', ');
  return { code: 'house_list.banned', text: `On the house list (same ${shared}): ${entry.reason}` };
}

const kindWords: Readonly<Record<HouseListKeyKind, string>> = {
  name: 'name',
  email: 'e-mail',
  phone: 'phone',
  document: 'document number',
};

function toStrongest(matches: readonly RatedMatch[]): MatchStrength {
  const order: readonly MatchStrength[] = ['strong', 'likely', 'possible'];
  return order.find((strength) => matches.some((match) => match.strength === strength)) ?? 'possible';
}
