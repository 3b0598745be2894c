/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loop over the index: name and word numbers come from the index itself */
import { NAME_QUALITIES, type MatchIndex } from '../index/match-index.ts';
import type { NameQuality } from '../../listed-person.ts';
import { NameScorer } from '../score/name-scorer.ts';
import { SIDE } from '../score/assignment.ts';
import { SETTINGS, type Weighing } from '../score/settings.ts';
import type { Units } from '../score/units.ts';
import { ListedNameView } from './listed-name-view.ts';
import type { QueryName, QueryPart } from './query-name.ts';
import { SimilarityTable } from './similarity-table.ts';

type Similarity = (position: number, part: QueryPart, word: number) => number;

/** Compares one guest's name with listed names, one after the other. */
export class NameComparison {
  readonly scorer: NameScorer;
  readonly table: SimilarityTable;
  private current: QueryName | undefined;
  private readonly getSimilarity: Similarity = (position, part, word) => this.table.get(position, part, word);
  private readonly peekSimilarity: Similarity = (position, _part, word) => this.table.peek(position, word);
  private readonly listed: ListedNameView;
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
    this.table.clear();
    for (const [position, part] of name.parts.entries()) this.table.note(position, part);
  }

  /** The score of the name and its quality; `scorer` then holds how it came about. */
  score(name: QueryName, listedName: number): Units {
    return this.scoreWith(name, listedName, this.getSimilarity);
  }

  /** The same from the likenesses found so far, without comparing further parts: close, and never higher by much. */
  estimate(name: QueryName, listedName: number): Units {
    return this.scoreWith(name, listedName, this.peekSimilarity);
  }

  private scoreWith(name: QueryName, listedName: number, similarityOf: Similarity): Units {
    this.listed.load(listedName);
    for (let row = 0; row < name.length; row += 1) {
      const part = name.partAt(row);
      for (let column = 0; column < this.listed.length; column += 1) {
        this.scorer.similarity[row * SIDE + column] = similarityOf(row, part, this.listed.wordAt(column));
      }
    }
    return this.scorer.score(name, this.listed) + SETTINGS.quality[this.qualityOf(listedName)];
  }

  qualityOf(listedName: number): NameQuality {
    return NAME_QUALITIES[this.index.names.qualities[listedName]!]!;
  }
}
