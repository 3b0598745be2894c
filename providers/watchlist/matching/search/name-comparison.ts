/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loop over the index: name and word numbers come from the index itself */
import { NAME_QUALITIES, type MatchIndex } from '../index/match-index.ts';
import type { NameQuality } from '../../listed-person.ts';
import { leastSimilarityFor, NameScorer } from '../score/name-scorer.ts';
import { SIDE } from '../score/assignment.ts';
import { SETTINGS, type Weighing } from '../score/settings.ts';
import type { Units } from '../score/units.ts';
import { ListedNameView } from './listed-name-view.ts';
import type { QueryName } from './query-name.ts';
import { SimilarityTable, UNKNOWN, UNLIKE } from './similarity-table.ts';

/** Parts that are so alike belong together: no other part is sought for them. */
const SETTLED = leastSimilarityFor(SETTINGS.settledGain);

/** Compares one guest's name with listed names, one after the other. */
export class NameComparison {
  readonly scorer: NameScorer;
  readonly table: SimilarityTable;
  private current: QueryName | undefined;
  private readonly listed: ListedNameView;
  /** By listed name, for the guest's name at hand. */
  private readonly estimates = new Map<number, Units>();
  /** Words that turned out to be like a part of it when the two were compared. */
  private readonly found: number[] = [];
  /** Bits by position. */
  private settledRows = 0;
  private settledColumns = 0;
  private readonly index: MatchIndex;

  constructor(index: MatchIndex, weighing: Weighing = SETTINGS) {
    this.index = index;
    this.scorer = new NameScorer(weighing);
    this.table = new SimilarityTable(index.words);
    this.listed = new ListedNameView(index);
  }

  /** Begins with a guest's name: what is known of the last one is forgotten, what its parts are like is noted. */
  begin(name: QueryName): void {
    if (this.current === name) return;
    this.current = name;
    this.estimates.clear();
    this.found.length = 0;
    this.table.clear();
    for (let position = 0; position < name.length; position += 1) this.table.note(position, name.partAt(position));
  }

  /** The score of the name and its quality: as it was estimated, where comparing all parts finds nothing more. */
  score(name: QueryName, listedName: number): Units {
    this.load(name, listedName);
    this.compareUnknown(name);
    const estimate = this.holdsFound() ? undefined : this.estimates.get(listedName);
    return estimate ?? this.sumUp(name, listedName);
  }

  /** The same, with `scorer` holding how it came about. */
  scoreAnew(name: QueryName, listedName: number): Units {
    this.load(name, listedName);
    this.compareUnknown(name);
    return this.sumUp(name, listedName);
  }

  /** The same from the likenesses found so far, without comparing further parts: close, and never higher by much. */
  estimate(name: QueryName, listedName: number): Units {
    this.load(name, listedName);
    const estimate = this.sumUp(name, listedName);
    this.estimates.set(listedName, estimate);
    return estimate;
  }

  /** Notes what is known of each pair of parts, and which of them are settled. */
  private load(name: QueryName, listedName: number): void {
    const { listed, scorer, table } = this;
    listed.load(listedName);
    this.settledRows = 0;
    this.settledColumns = 0;
    for (let row = 0; row < name.length; row += 1) {
      const known = table.known(row);
      for (let column = 0; column < listed.length; column += 1) {
        const similarity = known[listed.wordAt(column)]!;
        scorer.similarity[row * SIDE + column] = similarity;
        if (similarity < SETTLED) continue;
        this.settledRows |= 1 << row;
        this.settledColumns |= 1 << column;
      }
    }
  }

  /** Compares the parts that nothing is known of, where neither has found its own. */
  private compareUnknown(name: QueryName): void {
    const { listed, scorer, table } = this;
    for (let row = 0; row < name.length; row += 1) {
      if ((this.settledRows & (1 << row)) !== 0) continue;
      for (let column = 0; column < listed.length; column += 1) {
        const cell = row * SIDE + column;
        if (scorer.similarity[cell] !== UNKNOWN || (this.settledColumns & (1 << column)) !== 0) continue;
        const word = listed.wordAt(column);
        const similarity = table.workOut(row, name.partAt(row), word);
        scorer.similarity[cell] = similarity;
        if (similarity !== UNLIKE) this.found.push(word);
      }
    }
  }

  /** Whether the listed name holds a word that was found to be like a part since names were estimated. */
  private holdsFound(): boolean {
    for (const word of this.found) {
      for (let column = 0; column < this.listed.length; column += 1) {
        if (this.listed.wordAt(column) === word) return true;
      }
    }
    return false;
  }

  private sumUp(name: QueryName, listedName: number): Units {
    const spacing = name.isRespaced ? SETTINGS.otherSpacing : 0;
    return this.scorer.score(name, this.listed) + SETTINGS.quality[this.qualityOf(listedName)] - spacing;
  }

  qualityOf(listedName: number): NameQuality {
    return NAME_QUALITIES[this.index.names.qualities[listedName]!]!;
  }
}
