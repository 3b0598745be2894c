/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: name and word numbers come from the index itself */
import { countryCode, documentHash, NAME_QUALITIES } from '../index/build-index.ts';
import type { MatchIndex } from '../index/match-index.ts';
import { findPartialDate } from '../score/birth-dates.ts';
import { sumOfEvidence } from '../score/evidence.ts';
import { NameScorer } from '../score/name-scorer.ts';
import { SIDE } from '../score/assignment.ts';
import { SETTINGS } from '../score/settings.ts';
import { FULL_SCORE, type Units } from '../score/units.ts';
import { Candidates } from './candidates.ts';
import { ListedNameView } from './listed-name-view.ts';
import type { MatchQuery, QueryEvidence } from './query.ts';
import { QueryName } from './query-name.ts';
import { QueryParts } from './query-parts.ts';
import { readName } from '../parts/read-name.ts';
import { SimilarityTable } from './similarity-table.ts';

export interface Match {
  readonly entryId: string;
  /** Position of the person in the index. */
  readonly person: number;
  readonly units: Units;
}

export interface SearchOptions {
  /** How many persons; those who tie with the last one come too. */
  readonly top: number;
}

const KEPT_NAMES = 48;

/** Searches one index. Keeps scratch arrays, so make one and use it for all queries of a process. */
export class Matcher {
  readonly index: MatchIndex;
  private readonly parts: QueryParts;
  private readonly candidates: Candidates;
  private readonly table: SimilarityTable;
  private readonly scorer = new NameScorer();
  private readonly listed: ListedNameView;

  constructor(index: MatchIndex) {
    this.index = index;
    this.parts = new QueryParts(index.words, index.names.count);
    this.candidates = new Candidates(index);
    this.table = new SimilarityTable(index.words);
    this.listed = new ListedNameView(index);
  }

  search(query: MatchQuery, { top }: SearchOptions): Match[] {
    const evidence = toEvidence(query);
    const best = new Map<number, Units>();
    for (const words of readName(query.name)) {
      this.searchReading(new QueryName(words.map((word) => this.parts.get(word))), evidence, best);
    }
    const ranked = [...best].sort((left, right) => right[1] - left[1]);
    const last = ranked[top - 1]?.[1];
    const cut = last === undefined ? ranked : ranked.filter(([, units]) => units >= last);
    return cut.map(([person, units]) => ({ entryId: this.entryIdOf(person), person, units }));
  }

  private searchReading(name: QueryName, evidence: QueryEvidence, best: Map<number, Units>): void {
    const { persons } = this.index.names;
    this.table.clear();
    this.candidates.gather(name, this.table, KEPT_NAMES);
    for (const candidate of this.candidates.kept) {
      const person = persons[candidate]!;
      const units = this.scoreName(name, candidate) + sumOfEvidence(evidence, this.index.persons, person);
      const bounded = Math.max(0, Math.min(FULL_SCORE, units));
      if (bounded > (best.get(person) ?? -1)) best.set(person, bounded);
    }
  }

  private scoreName(name: QueryName, listedName: number): Units {
    this.listed.load(listedName);
    for (let row = 0; row < name.length; row += 1) {
      const part = name.partAt(row);
      for (let column = 0; column < this.listed.length; column += 1) {
        this.scorer.similarity[row * SIDE + column] = this.table.get(row, part, this.listed.wordAt(column));
      }
    }
    const quality = NAME_QUALITIES[this.index.names.qualities[listedName]!]!;
    return this.scorer.score(name, this.listed) + SETTINGS.quality[quality];
  }

  private entryIdOf(person: number): string {
    const { text, idStarts, idLengths } = this.index.persons;
    const start = idStarts[person]!;
    return Buffer.from(text.buffer, text.byteOffset + start, idLengths[person]).toString('utf8');
  }
}

function toEvidence(query: MatchQuery): QueryEvidence {
  return {
    birthDate: query.birthDate === undefined ? undefined : findPartialDate(query.birthDate),
    countries: (query.countries ?? []).map(countryCode),
    gender: query.gender === undefined ? 0 : query.gender === 'M' ? 1 : 2,
    documents: (query.documentNumbers ?? []).map(documentHash),
  };
}
