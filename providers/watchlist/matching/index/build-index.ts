import type { ListedName, ListedPerson } from '../../listed-person.ts';
import { readWrittenName } from '../parts/read-name.ts';
import { SpellingMemory } from '../parts/spelling.ts';
import type { Word } from '../parts/word.ts';
import { lettersOf, toWrittenName } from '../parts/written-name.ts';
import { packBirthDate } from '../score/birth-dates.ts';
import { skeletonLength } from '../sound/skeleton.ts';
import { countryCode, documentHash } from './evidence-codes.ts';
import { NAME_QUALITIES, type MatchIndex, type NameTable, type PersonTable, type WordTable } from './match-index.ts';
import { invert, KeyedRowsBuilder, NumberList, RowsBuilder, type Rows } from './rows.ts';
import { SpacingBuilder } from './spacings.ts';
import { TextBuilder } from './text-builder.ts';
import { weightOfWord } from './word-facts.ts';
import { WordTableBuilder } from './word-table-builder.ts';

const GENDERS = { M: 1, F: 2 } as const;
const SHORTEST_JOINED = 3;
/** Words whose spelling is remembered while a list is read. */
const MOST_REMEMBERED = 65_536;

/** Builds the index of any number of persons; nothing of what is passed in is kept. */
export function buildIndex(persons: Iterable<ListedPerson>): MatchIndex {
  const builder = new IndexBuilder();
  for (const person of persons) builder.addPerson(person);
  return builder.toIndex();
}

class IndexBuilder {
  private readonly text = new TextBuilder();
  private readonly spellings = new SpellingMemory(MOST_REMEMBERED);
  private readonly words = new WordTableBuilder();
  private readonly nameWords = new RowsBuilder();
  private readonly joined = new KeyedRowsBuilder();
  private readonly spacings = new SpacingBuilder();
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
    const written = toWrittenName(name.full);
    const readings = readWrittenName(written, this.spellings);
    if (readings.length === 0) return;
    this.spacings.add(lettersOf(written));
    const text = this.text.add(name.full);
    for (const reading of readings) {
      this.addReading(reading);
      this.namePersons.push(person);
      this.nameQualities.push(NAME_QUALITIES.indexOf(name.quality));
      this.nameTextStarts.push(text.start);
      this.nameTextLengths.push(text.length);
    }
  }

  private addReading(reading: readonly Word[]): void {
    const numbers: number[] = [];
    for (const word of reading) {
      const number = this.words.add(word);
      if (!numbers.includes(number)) this.words.countName(number);
      numbers.push(number);
    }
    this.nameWords.addRow(numbers);
    this.addJoined(reading, numbers);
  }

  private addJoined(reading: readonly Word[], numbers: readonly number[]): void {
    for (let first = 0; first + 1 < numbers.length; first += 1) {
      if (reading[first]?.kind !== 'full') continue;
      const skeleton = this.words.joinedSkeleton(numbers[first] ?? 0, numbers[first + 1] ?? 0);
      if (skeletonLength(skeleton) >= SHORTEST_JOINED) this.joined.add(skeleton, this.namePersons.length);
    }
  }

  toIndex(): MatchIndex {
    const words = this.words.toTable(this.namePersons.length);
    return { words, names: this.toNames(words), persons: this.toPersons() };
  }

  private toNames(wordTable: WordTable): NameTable {
    const words = this.nameWords.toRows();
    return {
      count: this.namePersons.length,
      words,
      byWord: invert(words, wordTable.count),
      byJoinedSkeleton: this.joined.toKeyedRows(),
      spacings: this.spacings.toTable(),
      persons: this.namePersons.toArray(),
      weights: sumWeights(words, wordTable),
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

function sumWeights({ starts, values }: Rows, words: WordTable): Uint16Array {
  const sums = new Uint16Array(starts.length - 1);
  for (let name = 0; name < sums.length; name += 1) {
    let sum = 0;
    for (let index = starts[name] ?? 0; index < (starts[name + 1] ?? 0); index += 1)
      sum += weightOfWord(words, values[index] ?? 0);
    sums[name] = sum;
  }
  return sums;
}
