/** 0–9 for digits, 10–35 for A–Z, as ICAO 9303 and the national schemes count. */
function toValue(character: string): number {
  return parseInt(character, 36);
}

function toWeightedSum(text: string, weights: readonly number[]): number {
  return Array.from(text).reduce(
    (sum, character, index) => sum + toValue(character) * (weights[index % weights.length] ?? 0),
    0,
  );
}

/** ICAO 9303-3, 4.9: weights 7, 3, 1. The last character is the digit. */
export function hasIcaoDigit(number: string): boolean {
  return toWeightedSum(number.slice(0, -1), [7, 3, 1]) % 10 === Number(number.at(-1));
}

/** Polish identity cards and passports: the sum over everything, the digit itself counted nine times, ends in 0. */
export function hasPolishDigit(number: string, weights: readonly number[]): boolean {
  return toWeightedSum(number, weights) % 10 === 0;
}

/** Spanish DNI and NIE: the letter stands for the number modulo 23; X, Y and Z of a NIE count as 0, 1 and 2. */
export function hasSpanishLetter(number: string): boolean {
  const digits = number.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === number.at(-1);
}

/** Portuguese citizen card: from the right, each second value doubled, less 9 where that exceeds 9; the sum ends in 0. */
export function hasPortugueseDigit(number: string): boolean {
  const values = Array.from(number)
    .reverse()
    .map((character, index) => {
      const value = toValue(character) * (index % 2 === 0 ? 1 : 2);
      return index % 2 === 1 && value > 9 ? value - 9 : value;
    });
  return values.reduce((sum, value) => sum + value, 0) % 10 === 0;
}

/** Belgian identity card: the last two digits are the first ten modulo 97, written 97 where that is 0. */
export function hasBelgianDigits(number: string): boolean {
  const rest = Number(number.slice(0, 10)) % 97;
  return (rest === 0 ? 97 : rest) === Number(number.slice(10));
}

/** Brazilian CPF: two digits modulo 11. One digit eleven times over adds up, and is nobody's. */
export function hasBrazilianDigits(number: string): boolean {
  if (/^(\d)\1+$/.test(number)) return false;
  return [9, 10].every((length) => {
    const sum = Array.from(number.slice(0, length)).reduce(
      (total, digit, index) => total + Number(digit) * (length + 1 - index),
      0,
    );
    return ((sum * 10) % 11) % 10 === Number(number[length]);
  });
}
