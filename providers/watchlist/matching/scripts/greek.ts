/** Digraphs first: the sound that passports and newspapers write (ISO 843 type 2 with μπ, ντ, γκ voiced). */
const DIGRAPHS: readonly (readonly [greek: RegExp, latin: string])[] = [
  [/ου/gu, 'ou'],
  [/αυ(?=[βγδζλμνραεηιουω])/gu, 'av'],
  [/αυ/gu, 'af'],
  [/ευ(?=[βγδζλμνραεηιουω])/gu, 'ev'],
  [/ευ/gu, 'ef'],
  [/ει|οι/gu, 'i'],
  [/αι/gu, 'e'],
  [/μπ/gu, 'b'],
  [/ντ/gu, 'd'],
  [/γκ|γγ/gu, 'g'],
  [/τζ/gu, 'tz'],
  [/τσ/gu, 'ts'],
];
// prettier-ignore
const LETTERS: Readonly<Record<string, string>> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o',
  π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};
const COMBINING = /\p{M}+/gu;

/** Latin letters of a lower-case Greek word. */
export function romaniseGreek(word: string): string {
  let plain = word.normalize('NFD').replace(COMBINING, '');
  for (const [greek, latin] of DIGRAPHS) plain = plain.replace(greek, latin);
  let latin = '';
  for (const letter of plain) latin += LETTERS[letter] ?? letter;
  return latin;
}
