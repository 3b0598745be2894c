export type ProblemCode = 'date_impossible' | 'date_in_future' | 'date_too_long_ago' | 'email_unreadable';

export type TypedField =
  | { readonly kind: 'text'; readonly type: string; readonly value: string }
  | {
      readonly kind: 'date';
      readonly name: string;
      readonly day: string;
      readonly month: string;
      readonly year: string;
    };

/** Only what is wrong beyond doubt; whatever else the server says. Half a date may still become one. */
export function findProblem(field: TypedField, today = new Date()): ProblemCode | undefined {
  if (field.kind === 'date') return findDateProblem(field, today);
  const isEmail = field.type === 'email' && field.value !== '';
  return isEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(field.value) ? 'email_unreadable' : undefined;
}

function findDateProblem(
  { name, day, month, year }: TypedField & { readonly kind: 'date' },
  today: Date,
): ProblemCode | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!isReal) return 'date_impossible';
  const isPast = name === 'birthDate' || name === 'documentIssuedOn';
  // A day of grace: it may be tomorrow where the hotel is.
  if (isPast && date.getTime() > today.getTime() + 86_400_000) return 'date_in_future';
  return isPast && Number(year) < today.getFullYear() - 125 ? 'date_too_long_ago' : undefined;
}
