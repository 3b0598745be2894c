const DEVANAGARI = 0x0900;
const BLOCK = 0x80;
const VIRAMA = 0x4d;
const NUKTA = 0x3c;

/** Consonants, independent vowels and vowel signs by their offset, which the Indian scripts share (ISCII order). */
// prettier-ignore
const CONSONANTS: Readonly<Record<number, string>> = {
  0x15: 'k', 0x16: 'kh', 0x17: 'g', 0x18: 'gh', 0x19: 'n', 0x1a: 'ch', 0x1b: 'chh', 0x1c: 'j', 0x1d: 'jh', 0x1e: 'n', 0x1f: 't',
  0x20: 'th', 0x21: 'd', 0x22: 'dh', 0x23: 'n', 0x24: 't', 0x25: 'th', 0x26: 'd', 0x27: 'dh', 0x28: 'n', 0x29: 'n', 0x2a: 'p',
  0x2b: 'ph', 0x2c: 'b', 0x2d: 'bh', 0x2e: 'm', 0x2f: 'y', 0x30: 'r', 0x31: 'r', 0x32: 'l', 0x33: 'l', 0x34: 'zh', 0x35: 'v',
  0x36: 'sh', 0x37: 'sh', 0x38: 's', 0x39: 'h', 0x58: 'q', 0x59: 'kh', 0x5a: 'gh', 0x5b: 'z', 0x5c: 'r', 0x5d: 'rh', 0x5e: 'f',
  0x5f: 'y', 0x70: 'r', 0x71: 'v',
};
// prettier-ignore
const VOWELS: Readonly<Record<number, string>> = {
  0x05: 'a', 0x06: 'a', 0x07: 'i', 0x08: 'i', 0x09: 'u', 0x0a: 'u', 0x0b: 'ri', 0x0e: 'e', 0x0f: 'e', 0x10: 'ai', 0x12: 'o',
  0x13: 'o', 0x14: 'au',
};
// prettier-ignore
const SIGNS: Readonly<Record<number, string>> = {
  0x3e: 'a', 0x3f: 'i', 0x40: 'i', 0x41: 'u', 0x42: 'u', 0x43: 'ri', 0x46: 'e', 0x47: 'e', 0x48: 'ai', 0x49: 'o', 0x4a: 'o',
  0x4b: 'o', 0x4c: 'au',
};
const NASALS: Readonly<Record<number, string>> = { 0x01: 'n', 0x02: 'n', 0x03: '' };
/** Consonants with a dot below, by the letter that they are written with. */
const DOTTED: Readonly<Record<string, string>> = { k: 'q', g: 'gh', j: 'z', ph: 'f', d: 'r', dh: 'rh' };
/** Blocks whose script does not drop the inherent vowel at the end of a word. */
const KEEPS_FINAL_VOWEL = new Set([0x0b80, 0x0c00, 0x0c80, 0x0d00]);

interface Unit {
  consonant: string;
  /** Undefined is the inherent, unwritten vowel. */
  vowel: string | undefined;
}

/** Latin letters of a word in Devanagari or a script of the same order, with the unspoken inherent vowels dropped. */
export function romaniseIndic(word: string): string {
  const units = toUnits(word);
  const block = (word.codePointAt(0) ?? 0) & ~(BLOCK - 1);
  const last = units.length - 1;
  return units
    .map((unit, index) => {
      if (unit.vowel !== undefined) return unit.consonant + unit.vowel;
      const isFinal = index === last && last > 0 && !KEEPS_FINAL_VOWEL.has(block) && !endsInCluster(units);
      return unit.consonant + (isFinal || isDroppedWithin(units, index) ? '' : 'a');
    })
    .join('');
}

/** A cluster that ends in a liquid is spoken with its vowel: Rajendra, Mishra. */
function endsInCluster(units: readonly Unit[]): boolean {
  return units.at(-2)?.vowel === '' && 'ryvl'.includes(units.at(-1)?.consonant ?? '-');
}

/** Hindi drops the inherent vowel between two syllables that keep theirs: VCaCV → VCCV. */
function isDroppedWithin(units: readonly Unit[], index: number): boolean {
  const before = units[index - 1];
  const after = units[index + 1];
  if (before === undefined || after === undefined || index < 2) return false;
  return before.vowel !== '' && after.vowel !== undefined && after.vowel !== '' && after.consonant !== '';
}

function toUnits(word: string): Unit[] {
  const units: Unit[] = [];
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    const offset = code < DEVANAGARI ? -1 : code & (BLOCK - 1);
    const unit = units.at(-1);
    if (CONSONANTS[offset] !== undefined) units.push({ consonant: CONSONANTS[offset], vowel: undefined });
    else if (VOWELS[offset] !== undefined) units.push({ consonant: '', vowel: VOWELS[offset] });
    else if (NASALS[offset] !== undefined) units.push({ consonant: NASALS[offset], vowel: '' });
    else if (offset < 0) units.push({ consonant: character, vowel: '' });
    else if (unit !== undefined) applySign(unit, offset);
  }
  return units;
}

function applySign(unit: Unit, offset: number): void {
  if (offset === VIRAMA) unit.vowel = '';
  else if (offset === NUKTA) unit.consonant = DOTTED[unit.consonant] ?? unit.consonant;
  else if (SIGNS[offset] !== undefined) unit.vowel = SIGNS[offset];
}
