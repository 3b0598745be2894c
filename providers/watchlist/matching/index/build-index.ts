import type { ListedName, ListedPerson } from '../../listed-person.ts';
import { readName, type Word } from '../parts/read-name.ts';
import { packBirthDate } from '../score/birth-dates.ts';
import { joinSounds } from '../sound/symbols.ts';
import { skeletonLength, skeletonsOf } from '../sound/skeleton.ts';
import { countryCode, documentHash } from './evidence-codes.ts';
import { NAME_QUALITIES, type MatchIndex, type NameTable, type PersonTable } from './match-index.ts';
import { invert, KeyedRowsBuilder, NumberList, RowsBuilder, type Rows } from './rows.ts';
import { TextBuilder } from './text-builder.ts';
import { WordTableBuilder } from './word-table-builder.ts';

const GENDERS = { M: 1, F: 2 } as const;
const SHORTEST_JOINED = 3;

/** Builds the index of any number of persons; nothing of what is passed in is kept. */
export function buildIndex(persons: Iterable<ListedPerson>): MatchIndex {
  const builder = new IndexBuilder();
  for (const person of persons) builder.addPerson(person);
  return builder.toIndex();
}

class IndexBuilder {
  private readonly text = new TextBuilder();
  private readonly words = new WordTableBuilder();
  private readonly nameWords = new RowsBuilder();
  private readonly joined = new KeyedRowsBuilder();
  private readonly namePersons = new NumberList();
  private readonly nameQualities = new NumberList();
  private readonly nameTextStarts = new NumberList();
  private readonly nameTextLengths = new NumberList();
  private readonly personNames = new NumberList();
  private readonly personIdStarts = new NumberList();
  private readonly personIdLengths = new NumberList();
  private readonly births = new RowsBuilder();
  private readonly countries = new RowsBuilder();
  private readonly documents = new RowsBuilder();
  private readonly genders = new NumberList();

  addPerson(person: ListedPerson): void {
    const index = this.genders.length;
    const id = this.text.add(person.entryId);
    this.personIdStarts.push(id.start);
    this.personIdLengths.push(id.length);
    this.personNames.push(this.namePersons.length);
    for (const name of person.names) this.addName(name, index);
    this.births.addRow(person.birthDates.flatMap(packBirthDate));
    this.countries.addRow(person.countries.map(countryCode));
    this.documents.addRow(person.documents.map(({ number }) => documentHash(number)));
    this.genders.push(person.gender === undefined ? 0 : GENDERS[person.gender]);
  }

  private addName(name: ListedName, person: number): void {
    const readings = readName(name.full);
    if (readings.length === 0) return;
    const text = this.text.add(name.full);
    for (const reading of readings) {
      const words = reading.map((word) => this.words.add(word));
      for (const word of new Set(words)) this.words.countName(word);
      this.addJoined(reading, words);
      this.nameWords.addRow(words);
      this.namePersons.push(person);
      this.nameQualities.push(NAME_QUALITIES.indexOf(name.quality));
      this.nameTextStarts.push(text.start);
      this.nameTextLengths.push(text.length);
    }
  }

  private addJoined(reading: readonly Word[], words: readonly number[]): void {
    for (let first = 0; first + 1 < words.length; first += 1) {
      if (reading[first]?.kind !== 'full') continue;
      const sound = joinSounds(this.words.soundOf(words[first] ?? 0), this.words.soundOf(words[first + 1] ?? 0));
      const [skeleton = 0] = skeletonsOf(sound);
      if (skeletonLength(skeleton) >= SHORTEST_JOINED) this.joined.add(skeleton, this.namePersons.length);
    }
  }

  toIndex(): MatchIndex {
    const words = this.words.toTable(this.namePersons.length);
    return { words, names: this.toNames(words.weights), persons: this.toPersons() };
  }

  private toNames(wordWeights: Uint8Array): NameTable {
    const words = this.nameWords.toRows();
    return {
      count: this.namePersons.length,
      words,
      byWord: invert(words, wordWeights.length),
      byJoinedSkeleton: this.joined.toKeyedRows(),
      persons: this.namePersons.toArray(),
      weights: sumWeights(words, wordWeights),
      qualities: Uint8Array.from(this.nameQualities.toArray()),
      textStarts: this.nameTextStarts.toArray(),
      textLengths: Uint16Array.from(this.nameTextLengths.toArray()),
    };
  }

  private toPersons(): PersonTable {
    this.personNames.push(this.namePersons.length);
    return {
      count: this.genders.length,
      nameStarts: this.personNames.toArray(),
      text: this.text.toBytes(),
      idStarts: this.personIdStarts.toArray(),
      idLengths: Uint16Array.from(this.personIdLengths.toArray()),
      births: this.births.toRows(),
      countries: this.countries.toRows(),
      genders: Uint8Array.from(this.genders.toArray()),
      documents: this.documents.toRows(),
    };
  }
}

function sumWeights({ starts, values }: Rows, weights: Uint8Array): Uint16Array {
  return Uint16Array.from({ length: starts.length - 1 }, (_, name) => {
    let sum = 0;
    for (let index = starts[name] ?? 0; index < (starts[name + 1] ?? 0); index += 1)
      sum += weights[values[index] ?? 0] ?? 0;
    return sum;
  });
}
