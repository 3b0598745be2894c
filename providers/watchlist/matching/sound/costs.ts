import { ALPHABET, ALPHABET_SIZE, codeOf } from './symbols.ts';

/** Which of the two words come from a script without vowels: neither, one, both. Selects the row of tables below. */
export const MODES = { plain: 0, mixed: 1, vowelless: 2 } as const;
export type Mode = (typeof MODES)[keyof typeof MODES];

/** Hundredths of one wrong consonant. */
const WRONG_CONSONANT = 100;
const WRONG_VOWEL = 45;
const VOWEL_FOR_CONSONANT = 110;
export const SWAPPED_NEIGHBOURS = 45;
const VOWELS = 'aeiouy';

/** Pairs of sounds that spellings mix up, with what the mix-up costs. Each pair works both ways. */
// prettier-ignore
const MIX_UPS: Readonly<Record<number, string>> = {
  1: 'Ww Yy Hh Bb Ff QJ Kk Pp Oz',
  3: 'Wv Wu Wo Yi Aa Od Rz qk Gg Xc Ye Ei Ea Ee Eo Eu',
  6: 'Qg QZ OD RD Fv UA Uh Ua Ue wv iy Ae BP Hx',
  10: 'Dz Ts Ut Bp qg qG QC CS Pf Kx Bv Xs Xz Tt Dd Ai Fp XC Pf',
  15: 'ou Ya Au Ao xh xk HC Hk Rd yJ JZ ZJ Jy YJ xC Gq DR OR DO',
  20: 'ie ye vf kg GJ zs Hg cz CS sS Qk ZS EA KC kC Kq kH KH PF',
  25: 'ae Jg gJ Ts RT Yu YE UH YA Gk Gh cs xq wu xJ hJ HJ Dt OT Jz Js Zz',
  30: 'eo yu iJ JC bp cC Cx gG GR pf FP Ky',
  35: 'ao td ei bv sc Ss CJ zD zc wo bW vW eu iu Js zT',
  40: 'ai au oi fb xg vu cS Sz ZC Kg mn hk fh',
  45: 'kc SJ',
  60: 'lr nm kC',
};

/** The same for what transcriptions write as one sound. */
// prettier-ignore
const TRANSCRIBED: Readonly<Record<number, string>> = {
  3: 'Ll Lr Ns IJ',
  6: 'NS NT IZ',
  10: 'IC Ig',
  15: 'It Id Ik Iz Nz Nc NC',
  25: 'Ic Is Nx Nh NZ',
};

/** What leaving a sound out costs, and what the sound weighs in its word, by mode. */
interface Weight {
  readonly symbols: string;
  readonly deletion: readonly [plain: number, mixed: number, vowelless: number];
  readonly mass: readonly [plain: number, mixed: number, vowelless: number];
}

const DEFAULT_WEIGHT: Omit<Weight, 'symbols'> = { deletion: [90, 90, 90], mass: [100, 100, 100] };
const WEIGHTS: readonly Weight[] = [
  { symbols: 'aeiou', deletion: [45, 4, 20], mass: [50, 12, 30] },
  { symbols: 'y', deletion: [30, 12, 20], mass: [45, 15, 30] },
  { symbols: 'h', deletion: [35, 28, 40], mass: [60, 50, 60] },
  { symbols: 'w', deletion: [60, 40, 60], mass: [80, 60, 80] },
  { symbols: 'A', deletion: [30, 14, 25], mass: [30, 20, 40] },
  { symbols: 'E', deletion: [20, 6, 25], mass: [20, 12, 35] },
  { symbols: 'U', deletion: [20, 4, 12], mass: [20, 12, 20] },
  { symbols: 'W', deletion: [50, 30, 50], mass: [60, 50, 70] },
  { symbols: 'Y', deletion: [45, 25, 45], mass: [60, 45, 60] },
  { symbols: 'H', deletion: [60, 45, 80], mass: [80, 70, 90] },
];

/** `SUBSTITUTION[a * ALPHABET_SIZE + b]`, symmetric, 0 on the diagonal. */
export const SUBSTITUTION = substitutionTable();
/** `DELETION[mode * ALPHABET_SIZE + a]`. */
export const DELETION = weightTable('deletion');
/** `MASS[mode * ALPHABET_SIZE + a]`. */
export const MASS = weightTable('mass');

function substitutionTable(): Uint8Array {
  const table = new Uint8Array(ALPHABET_SIZE * ALPHABET_SIZE);
  for (const left of ALPHABET) {
    for (const right of ALPHABET) table[codeOf(left) * ALPHABET_SIZE + codeOf(right)] = defaultCost(left, right);
  }
  for (const [cost, pairs] of [...Object.entries(MIX_UPS), ...Object.entries(TRANSCRIBED)]) {
    for (const pair of pairs.split(' ')) {
      const [left, right] = [codeOf(pair.charAt(0)), codeOf(pair.charAt(1))];
      table[left * ALPHABET_SIZE + right] = Number(cost);
      table[right * ALPHABET_SIZE + left] = Number(cost);
    }
  }
  return table;
}

function defaultCost(left: string, right: string): number {
  if (left === right) return 0;
  const vowels = Number(VOWELS.includes(left)) + Number(VOWELS.includes(right));
  if (vowels === 0) return WRONG_CONSONANT;
  return vowels === 2 ? WRONG_VOWEL : VOWEL_FOR_CONSONANT;
}

function weightTable(column: 'deletion' | 'mass'): Uint8Array {
  const table = new Uint8Array(ALPHABET_SIZE * 3);
  for (const symbol of ALPHABET) {
    const weight = WEIGHTS.find(({ symbols }) => symbols.includes(symbol)) ?? DEFAULT_WEIGHT;
    for (const mode of Object.values(MODES)) table[mode * ALPHABET_SIZE + codeOf(symbol)] = weight[column][mode];
  }
  return table;
}
