/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: name and person numbers come from the index itself */
import { countryCode, documentHash } from '../index/evidence-codes.ts';
import type { MatchIndex } from '../index/match-index.ts';
import { respace } from '../index/spacings.ts';
import { readWrittenName } from '../parts/read-name.ts';
import { SpellingMemory } from '../parts/spelling.ts';
import type { Word } from '../parts/word.ts';
import { lettersOf, toWrittenName } from '../parts/written-name.ts';
import { findPartialDate } from '../score/birth-dates.ts';
import { sumOfEvidence, weighEvidence } from '../score/evidence.ts';
import { bandOf, type Band } from '../score/bands.ts';
import { SETTINGS, type Weighing } from '../score/settings.ts';
import { FULL_SCORE, toScore, type Units } from '../score/units.ts';
import { Candidates } from './candidates.ts';
import { explain, type DecidingComparison } from './explain.ts';
import type { MatchExplanation } from './explanation.ts';
import { entryIdOf } from './listed-texts.ts';
import { NameComparison } from './name-comparison.ts';
import type { MatchQuery, QueryEvidence } from './query.ts';
import { QueryName } from './query-name.ts';
import { QueryParts } from './query-parts.ts';

export interface Match {
  readonly entryId: string;
  /** Position of the person in the index. */
  readonly person: number;
  readonly units: Units;
  /** 0 … 1. */
  readonly score: number;
  readonly band: Band;
}

/** `no_name`: the query holds no letter to search by; nothing can be said of such a guest. */
export type SearchResult =
  | { readonly status: 'searched'; readonly matches: readonly Match[] }
  | { readonly status: 'no_name'; readonly matches: readonly [] };

export interface SearchOptions {
  /** How many persons; those who tie with the last one come too. */
  readonly top: number;
}

/** Names whose score is estimated part by part, of all that the parts of a guest's name lead to. */
const KEPT_NAMES = 16;
/** The same where a script leaves much to read, and estimates are rough. */
const KEPT_ROUGH_NAMES = 32;
/** Birth date and country; a document alone would be found by its number, not by a common name. */
const MOST_BESIDE: Units = SETTINGS.birthDate.same_date + SETTINGS.country.same;

/** Words whose spelling is remembered. */
const MOST_REMEMBERED = 512;
/** Persons beyond those asked for whose names are all compared in full: estimates may change places. */
const FURTHER_PERSONS = 3;

/** Searches one index. Keeps scratch arrays, so make one and use it for all queries of a process. */
export class Matcher {
  readonly index: MatchIndex;
  private readonly spellings = new SpellingMemory(MOST_REMEMBERED);
  private readonly parts: QueryParts;
  private readonly candidates: Candidates;
  private readonly comparison: NameComparison;

  constructor(index: MatchIndex, weighing: Weighing = SETTINGS) {
    this.index = index;
    this.parts = new QueryParts(index.words, index.names.count);
    this.candidates = new Candidates(index);
    this.comparison = new NameComparison(index, weighing);
  }

  /** The persons with the highest scores, best first, also below the threshold; `band` says what they are worth. */
  search(query: MatchQuery, { top }: SearchOptions): SearchResult {
    const names = this.toQueryNames(query);
    if (names.length === 0) return { status: 'no_name', matches: [] };
    const evidence = toEvidence(query);
    const best = new Map<number, Units>();
    for (const name of names) this.searchReading(name, evidence, best);
    const estimated = atLeastAs([...best].map(toScored), top + FURTHER_PERSONS);
    const decided = estimated.map(({ person }) => ({
      person,
      units: this.decide(names, evidence, person)?.units ?? 0,
    }));
    return { status: 'searched', matches: atLeastAs(decided, top).map((scored) => this.toMatch(scored)) };
  }

  /** How the score of one person comes about, the same score as `search` gives; undefined where it is `no_name`. */
  explain(query: MatchQuery, person: number): MatchExplanation | undefined {
    const deciding = this.decide(this.toQueryNames(query), toEvidence(query), person);
    return deciding === undefined ? undefined : explain(this.index, this.comparison, deciding);
  }

  /** The score of one person, whether or not a search would come upon them; 0 where it is `no_name`. */
  scoreOf(query: MatchQuery, person: number): Units {
    return this.decide(this.toQueryNames(query), toEvidence(query), person)?.units ?? 0;
  }

  private toQueryNames(query: MatchQuery): QueryName[] {
    const written = toWrittenName(query.name);
    const toName = (words: readonly Word[], isRespaced: boolean): QueryName =>
      new QueryName(
        words.map((word) => this.parts.get(word)),
        isRespaced,
      );
    const respaced = respace(this.index.names.spacings, lettersOf(written));
    return [
      ...readWrittenName(written, this.spellings).map((words) => toName(words, false)),
      ...(respaced === undefined
        ? []
        : readWrittenName({ words: respaced, isAscii: true, isPlain: true, hasDot: false }, this.spellings).map(
            (words) => toName(words, true),
          )),
    ];
  }

  private searchReading(name: QueryName, evidence: QueryEvidence, best: Map<number, Units>): void {
    this.comparison.begin(name);
    this.candidates.gather(name, keptNames(name), evidence.isEmpty ? 0 : MOST_BESIDE);
    for (const listedName of this.candidates.kept) {
      const person = this.index.names.persons[listedName]!;
      const units = toBounded(
        this.comparison.estimate(name, listedName) + sumOfEvidence(evidence, this.index.persons, person),
      );
      if (units > (best.get(person) ?? -1)) best.set(person, units);
    }
  }

  /** The best of all comparisons between the readings of the guest's name and the names of a person. */
  private decide(names: readonly QueryName[], query: QueryEvidence, person: number): DecidingComparison | undefined {
    const evidence = weighEvidence(query, this.index.persons, person);
    const beside = evidence.reduce((sum, { units }) => sum + units, 0);
    const { nameStarts } = this.index.persons;
    let deciding: DecidingComparison | undefined;
    for (const name of names) {
      this.comparison.begin(name);
      for (let listedName = nameStarts[person]!; listedName < nameStarts[person + 1]!; listedName += 1) {
        const units = toBounded(this.comparison.score(name, listedName) + beside);
        if (deciding === undefined || units > deciding.units) deciding = { name, listedName, person, units, evidence };
      }
    }
    return deciding;
  }

  private toMatch({ person, units }: Scored): Match {
    return { entryId: entryIdOf(this.index, person), person, units, score: toScore(units), band: bandOf(units) };
  }
}

function keptNames(name: QueryName): number {
  return name.isRough ? KEPT_ROUGH_NAMES : KEPT_NAMES;
}

interface Scored {
  readonly person: number;
  readonly units: Units;
}

function toScored([person, units]: readonly [number, Units]): Scored {
  return { person, units };
}

/** The best so many, best first, and those who tie with the last of them. */
function atLeastAs(scored: Scored[], count: number): Scored[] {
  scored.sort((left, right) => right.units - left.units);
  const last = scored[count - 1]?.units ?? 0;
  return scored.filter(({ units }) => units >= last);
}

function toBounded(units: Units): Units {
  return Math.max(0, Math.min(FULL_SCORE, units));
}

function toEvidence(query: MatchQuery): QueryEvidence {
  const birthDate = query.birthDate === undefined ? undefined : findPartialDate(query.birthDate);
  const countries = (query.countries ?? []).map(countryCode);
  const gender = query.gender === undefined ? 0 : query.gender === 'M' ? 1 : 2;
  const documents = (query.documentNumbers ?? []).map(documentHash);
  const isEmpty = birthDate === undefined && countries.length === 0 && gender === 0 && documents.length === 0;
  return { isEmpty, birthDate, countries, gender, documents };
}
