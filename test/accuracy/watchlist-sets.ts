import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { readListFile } from '../../providers/watchlist/cli/list-file.ts';
import type { ListedPerson } from '../../providers/watchlist/listed-person.ts';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';
import { scriptOfWord } from '../../providers/watchlist/matching/text/script.ts';
import { readDataBytes, readDataFile } from './data-files.ts';
import { halfOf, type JudgedSet, type TrueQuery } from './judged-set.ts';

/** The sets that need `../shared/data`: names as typed, as other publishers write them, as their bearers do. */
export function loadWatchlistSets(): JudgedSet[] {
  const persons = [...readListFile(readDataBytes('names/list.tsv'))];
  const notListed = loadNotListed();
  const literal = new Set(persons.flatMap(({ names }) => names.map(({ full }) => literalKey(full))));
  const set = (id: string, listed: readonly TrueQuery[]): JudgedSet => ({ id, persons, notListed, listed });
  return [
    set('un_treated', loadUnTreated(literal, persons)),
    set('across_lists', pairAcrossLists(persons)),
    set('original_script', loadOriginalScript(persons)),
  ];
}

export function loadNotListed(): MatchQuery[] {
  const rows: unknown = parse(readDataFile('names/not-listed-15k.csv'), { columns: true, bom: true });
  return (rows as readonly Readonly<Record<string, string>>[]).map((row) => ({
    name: row.full_name ?? '',
    birthDate: row.date_of_birth ?? '',
  }));
}

function loadUnTreated(literal: ReadonlySet<string>, persons: readonly ListedPerson[]): TrueQuery[] {
  const byId = new Map(persons.map((person) => [person.entryId, person]));
  return readDataFile('names/queries-un-treated.tsv')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ids = '', birthDate = ''] = line.split('\t');
      const entries = ids.split('|').flatMap((id) => byId.get(id) ?? []);
      const kinds = [literal.has(literalKey(name)) ? 'literal' : 'not_literal', ...kindByOrder(name, entries)];
      return { query: { name, birthDate }, expected: new Set(ids.split('|')), half: halfOf(ids), kinds };
    });
}

/** `not_written_so`: none of the entries has the name with the same words in the same order, case and marks aside. */
function kindByOrder(name: string, entries: readonly ListedPerson[]): string[] {
  const key = wordsOf(name).join(' ');
  return entries.some(({ names }) => names.some(({ full }) => wordsOf(full).join(' ') === key))
    ? []
    : ['not_written_so'];
}

/** Letters and digits of the words, in alphabetical order: equal where a name is listed as it stands, in any order. */
function literalKey(name: string): string {
  return wordsOf(name).sort().join(' ');
}

function wordsOf(name: string): string[] {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same person on two lists: a name in common and a whole birth date in common. One's main name finds the other. */
function pairAcrossLists(persons: readonly ListedPerson[]): TrueQuery[] {
  const byKey = new Map<string, Set<ListedPerson>>();
  for (const person of persons) {
    for (const key of identityKeys(person)) byKey.set(key, (byKey.get(key) ?? new Set()).add(person));
  }
  const partners = new Map<ListedPerson, Set<ListedPerson>>();
  for (const group of byKey.values()) {
    for (const person of group) {
      const others = [...group].filter((other) => listOf(other) !== listOf(person));
      partners.set(person, new Set([...(partners.get(person) ?? []), ...others]));
    }
  }
  const queries = [...partners].flatMap(([person, others]) =>
    [...Map.groupBy(others, listOf)].map(([, entries]) => toCrossQuery(person, entries)),
  );
  // One list has a person ninety times; the same question counts once.
  return [...new Map(queries.map((query) => [JSON.stringify([query.query, query.kinds[1]]), query])).values()];
}

/** The entries of one other list; a publisher may give one person several, of which any is right. */
function toCrossQuery(person: ListedPerson, entries: readonly ListedPerson[]): TrueQuery {
  const name = person.names[0]?.full ?? '';
  const isLiteral = entries.some(({ names }) => names.some(({ full }) => literalKey(full) === literalKey(name)));
  const [birth] = person.birthDates.filter(({ day }) => day !== undefined);
  const birthDate = birth === undefined ? '' : [birth.year, pad(birth.month), pad(birth.day)].join('-');
  const list = entries[0] === undefined ? '' : listOf(entries[0]);
  return {
    query: { name, birthDate },
    expected: new Set(entries.map(({ entryId }) => entryId)),
    half: halfOf(birthDate),
    kinds: [isLiteral ? 'literal' : 'not_literal', `${listOf(person)}_to_${list}`, ...kindByOrder(name, entries)],
  };
}

function pad(part: number | undefined): string {
  return String(part ?? 0).padStart(2, '0');
}

function listOf({ entryId }: ListedPerson): string {
  return entryId.slice(0, entryId.indexOf('-'));
}

function identityKeys({ names, birthDates }: ListedPerson): string[] {
  const dates = birthDates.flatMap(({ year, month, day }) => (month && day ? [`${year}-${month}-${day}`] : []));
  const keys = names.map(({ full }) => literalKey(full)).filter((key) => key.includes(' '));
  return dates.flatMap((date) => keys.map((key) => `${date} ${key}`));
}

/** Names in the script of their bearers, from the UN's own file, against Latin names only. */
function loadOriginalScript(persons: readonly ListedPerson[]): TrueQuery[] {
  const births = new Map(persons.map(({ entryId, birthDates }) => [entryId, birthDates]));
  return readUnOriginalNames().flatMap(({ id, name }) => {
    const entryId = `un-${id}`;
    const [birth] = births.get(entryId) ?? [];
    if (!births.has(entryId)) return [];
    const birthDate =
      birth === undefined ? '' : [birth.year, ...(birth.day ? [pad(birth.month), pad(birth.day)] : [])].join('-');
    const script = scriptOfWord(name.trim());
    return [{ query: { name, birthDate }, expected: new Set([entryId]), half: halfOf(entryId), kinds: [script] }];
  });
}

function readUnOriginalNames(): { id: string; name: string }[] {
  const found: { id: string; name: string }[] = [];
  let id = '';
  let isIndividual = false;
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    text = '';
    if (name === 'INDIVIDUAL') isIndividual = true;
  });
  parser.on('text', (part) => (text += part));
  parser.on('closetag', ({ name }) => {
    if (name === 'DATAID') id = text.trim();
    if (name === 'NAME_ORIGINAL_SCRIPT' && isIndividual && text.trim() !== '') found.push({ id, name: text.trim() });
    if (name === 'INDIVIDUAL') isIndividual = false;
  });
  parser.write(readDataFile('lists/un/un-consolidated-2026-02.xml')).close();
  return found;
}
