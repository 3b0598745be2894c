/** Digits with at most one space or dash between two of them. */
const digitRun = /\d(?:[ -]?\d)*/g;

/** True when the text holds more than 12 digits in a row, spaced or dashed or not, that pass the Luhn check. */
export function hasPaymentDigits(text: string): boolean {
  const spaced = text.match(digitRun) ?? [];
  const plain = text.match(/\d+/g) ?? [];
  return [...spaced, ...plain].map((run) => run.replace(/[ -]/g, '')).some((run) => run.length > 12 && passesLuhn(run));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
