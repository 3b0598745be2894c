import { type Likeness, leastLikeness, toLikeness } from '../../domain/profile/likeness.ts';
import { type PersonMarks, toTraits } from '../../domain/profile/traits.ts';
import type { SubjectFields } from '../../domain/subject.ts';
import { toGuestName } from '../../domain/subject.ts';
import type { MarkedFields, PersonComparison } from '../../ports/person-marks.ts';
import type { ProfileStay, ProfileSummary } from '../../ports/profiles.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { type LinkSuggestion, suggestLinks } from './suggest-links.ts';

export interface DuplicateSuggestion extends Likeness {
  readonly profile: ProfileSummary;
}

export interface Suggestions {
  /** Best first. */
  readonly duplicates: readonly DuplicateSuggestion[];
  readonly links: readonly LinkSuggestion[];
}

/** Throws `profile_unknown`. */
export type SuggestProfiles = (propertyId: string, profileId: string) => Promise<Suggestions>;

export interface DuplicatePair extends Likeness {
  readonly one: ProfileSummary;
  readonly other: ProfileSummary;
}

export interface DuplicatePage {
  readonly pairs: readonly DuplicatePair[];
  readonly next?: string;
}

export type ListDuplicates = (
  propertyId: string,
  page: { readonly limit: number; readonly after?: string },
) => Promise<DuplicatePage>;

export interface SuggestParts {
  readonly store: Store;
  readonly people: PersonComparison;
}

const mostCandidates = 50;

/** Stays that tell who somebody is; older ones say the same. */
const comparedStays = 20;

/** Finds cards that may be of one person by what they share, and says of each what speaks for it and against it. */
export function createSuggestProfiles({ store, people }: SuggestParts): {
  readonly suggest: SuggestProfiles;
  readonly listDuplicates: ListDuplicates;
} {
  return {
    suggest: (propertyId, profileId) =>
      store.read(async (rows) => {
        const profile = await rows.profiles.get(people.scopeFor(propertyId), profileId);
        const own = await readPerson(rows, people, profile.id);
        const traits = own.marks.flatMap(toTraits);
        const ids = await rows.profiles.listAlike(profile.id, traits, mostCandidates);
        const duplicates: DuplicateSuggestion[] = [];
        for (const other of await rows.profiles.listSummaries(profile.scope, ids)) {
          const likeness = compare(people, own, await readPerson(rows, people, other.id));
          if (likeness.score >= leastLikeness) duplicates.push({ profile: other, ...likeness });
        }
        duplicates.sort((one, other) => other.score - one.score);
        const links = await suggestLinks(rows, profile, { alike: ids, fields: own.fields });
        const duplicateIds = duplicates.map(({ profile: { id } }) => id);
        return { duplicates, links: links.filter(({ profile: { id } }) => !duplicateIds.includes(id)) };
      }),
    listDuplicates: (propertyId, { limit, after }) =>
      store.read(async (rows) => {
        const scope = people.scopeFor(propertyId);
        await rows.properties.get(propertyId);
        const { pairs, next } = await rows.profiles.listPairs({ scope, limit, ...(after !== undefined && { after }) });
        const found: DuplicatePair[] = [];
        for (const [oneId, otherId] of pairs) {
          const likeness = compare(
            people,
            await readPerson(rows, people, oneId),
            await readPerson(rows, people, otherId),
          );
          if (likeness.score < leastLikeness) continue;
          const [one, other] = await rows.profiles.listSummaries(scope, [oneId, otherId]);
          if (one !== undefined && other !== undefined) found.push({ one, other, ...likeness });
        }
        return { pairs: found, ...(next !== undefined && { next }) };
      }),
  };
}

interface ReadPerson {
  /** Of each source that says something else. */
  readonly marks: readonly PersonMarks[];
  readonly names: readonly string[];
  readonly fields: readonly Partial<MarkedFields>[];
}

async function readPerson(rows: Rows, people: PersonComparison, profileId: string): Promise<ReadPerson> {
  const { stays } = await rows.profiles.listStays(profileId, comparedStays);
  const given = await rows.profiles.listGiven(profileId);
  const sources = [...stays.map(toSource), ...given.map(({ propertyId, person }) => ({ propertyId, fields: person }))];
  const marks = sources.map(({ propertyId, fields }) => people.toMarks(propertyId, fields));
  const distinct = new Map(marks.map((mark, index) => [JSON.stringify(mark), { mark, source: sources[index] }]));
  const kept = [...distinct.values()];
  const fields = kept.flatMap(({ source }) => (source === undefined ? [] : [source.fields]));
  return {
    marks: kept.map(({ mark }) => mark),
    names: [...new Set(fields.map((one) => toGuestName(one as SubjectFields)).filter((name) => name !== ''))],
    fields,
  };
}

function toSource({ subject: { propertyId, fields } }: ProfileStay) {
  return { propertyId, fields: fields as Partial<MarkedFields> };
}

/** What any source of one says against any of the other; the birth date that is known best counts, the newest. */
function compare(people: PersonComparison, one: ReadPerson, other: ReadPerson): Likeness {
  const sounds = new Set(one.marks.flatMap(({ sound }) => (sound === undefined ? [] : [sound])));
  const isHeardAlike = other.marks.some(({ sound }) => sound !== undefined && sounds.has(sound));
  // Comparing two spellings takes milliseconds: only where their sound has not said it already.
  const alike = isHeardAlike
    ? [1]
    : one.names.flatMap((name) => other.names.map((next) => people.compareNames(name, next)));
  return toLikeness(toWhole(one), toWhole(other), Math.max(0, ...alike));
}

function toWhole({ marks }: ReadPerson): PersonMarks {
  const first = <Key extends 'name' | 'sound' | 'birthDate'>(key: Key) =>
    marks.map((mark) => mark[key]).find((value) => value !== undefined);
  const [name, sound, birthDate] = [first('name'), first('sound'), first('birthDate')];
  return {
    ...(name !== undefined && { name }),
    ...(sound !== undefined && { sound }),
    ...(birthDate !== undefined && { birthDate }),
    emails: marks.flatMap(({ emails }) => emails),
    phones: marks.flatMap(({ phones }) => phones),
    documents: marks.flatMap(({ documents }) => documents),
  };
}
