import { decodeList } from './decode-list.ts';

/** What the columns of a property's own list can hold; docs/watchlists.md says how each is read. */
export const columnFields = [
  'name',
  'given',
  'family',
  'aliases',
  'birthDate',
  'countries',
  'gender',
  'documentNumber',
  'reason',
  'listedOn',
  'id',
] as const;

export type ColumnField = (typeof columnFields)[number];
export type Columns = Readonly<Partial<Record<ColumnField, string>>>;

export interface OwnListFile {
  readonly csv: string;
  /** The names of its columns. */
  readonly header: readonly string[];
}

/** Undefined where its letters cannot be told. */
export async function readOwnList(file: Blob): Promise<OwnListFile | undefined> {
  const csv = decodeList(new Uint8Array(await file.arrayBuffer()));
  if (csv === undefined) return undefined;
  const [announced, mark] = /^sep=([,;\t|])\r?\n/i.exec(csv) ?? [''];
  return { csv, header: findHeader(csv.slice(announced.length), mark) };
}

/** Titles may stand above it: of the first lines, the one in which most columns are known; where none is, the first. */
function findHeader(text: string, mark: string | undefined): readonly string[] {
  const marks = mark === undefined ? [',', ';', '\t', '|'] : [mark];
  const lines = text.split(/\r?\n/, 4).filter((line) => /\p{L}/u.test(line));
  const readings = lines.map((line) => marks.map((known) => toNames(line.split(known))));
  const [first = []] = readings;
  const known = byMost(readings.flat(), (names) => Object.keys(guessColumns(names)).length);
  return known ?? byMost(first, (names) => names.length) ?? [];
}

/** The first with the highest count above 0. */
function byMost<Item>(items: readonly Item[], count: (item: Item) => number): Item | undefined {
  const counted = items.map((item) => ({ item, count: count(item) })).filter((one) => one.count > 0);
  return counted.toSorted((one, other) => other.count - one.count)[0]?.item;
}

function toNames(cells: readonly string[]): readonly string[] {
  return cells.map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')).filter((name) => name !== '');
}

/** As they are written in English and in the other languages of the dashboard. */
const usualNames: Readonly<Record<ColumnField, RegExp>> = {
  name: /^((full|guest) ?)?name$|^(voller )?name$|^nom complet|^nombre completo|^nome completo|^volledige naam$|^naam$|^氏名$|^姓名$|^ПІБ$|^الاسم( الكامل)?$/i,
  given:
    /^(first|given) ?names?$|^vornamen?$|^rufname$|^prénoms?$|^prenom$|^nombres?$|^nome$|^voornaam$|^ім['’]?я$|^名$|^الاسم الأول$/i,
  family:
    /^(last|family|sur) ?name$|^(nach|familien|zu)namen?$|^nom( de famille)?$|^apellidos?$|^cognome$|^(apelido|sobrenome)$|^achternaam$|^прізвище$|^姓$|^اسم العائلة$/i,
  aliases:
    /alias|also known|aka|auch bekannt|connu aussi|también conocid|también llamad|noto anche|ook bekend|別名|别名/i,
  birthDate:
    /birth|born|dob|geburt|geboren|naissance|né\(?e?\)? le|nacimiento|nascita|nascimento|geboorte|народження|生年月日|出生|الميلاد/i,
  countries:
    /national|countr|citizen|staatsang|^land$|pays|país|cittadinanza|nazionalità|cidadania|громадянство|国籍|الجنسية/i,
  gender: /gender|sex|geschlecht|^anrede$|sexe|género|genere|geslacht|стать|性别|性別|الجنس$/i,
  documentNumber:
    /passport|document|pass(port)?-?(nummer|nr)|ausweis|passeport|pasaporte|passaporto|paspoort|паспорт|旅券|护照|جواز/i,
  reason: /reason|why|note|grund|bemerkung|raison|motif|motivo|razón|reden|opmerking|причина|理由|原因|السبب/i,
  listedOn: /since|listed|^(seit|datum|gesperrt)|depuis|desde|dal$|sinds|登録日|日期/i,
  id: /^(no|id|number|nr|lfd\.? ?nr|n°|nº|№)\.?$/i,
};

/** What the header lets one guess; each column for one field. */
export function guessColumns(header: readonly string[]): Columns {
  const taken = new Set<string>();
  const found = columnFields.flatMap((field) => {
    const name = header.find((known) => !taken.has(known) && usualNames[field].test(known));
    if (name === undefined) return [];
    taken.add(name);
    return [[field, name] as const];
  });
  const { given, ...others }: Columns = Object.fromEntries(found);
  if (given === undefined) return others;
  // `Nombre` and `Nome` without a family name beside them are the whole name.
  return others.family === undefined && others.name === undefined ? { ...others, name: given } : { ...others, given };
}
