import type { LocalDate } from '../subject.ts';

export type TimeStep = 'day' | 'week' | 'month';

const dayMs = 86_400_000;

/** The first day of the step that a day is in; weeks begin on Monday. */
export function toStepStart(day: LocalDate, step: TimeStep): LocalDate {
  switch (step) {
    case 'day':
      return day;
    case 'week': {
      const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
      return plusDays(day, -weekday);
    }
    case 'month':
      return `${day.slice(0, 7)}-01`;
  }
}

/** Every step from the one that `from` is in to the one that `to` is in. */
export function listSteps(from: LocalDate, to: LocalDate, step: TimeStep): readonly LocalDate[] {
  const steps: LocalDate[] = [];
  for (let start = toStepStart(from, step); start <= to; start = toNextStep(start, step)) steps.push(start);
  return steps;
}

function toNextStep(start: LocalDate, step: TimeStep): LocalDate {
  return toStepStart(plusDays(start, step === 'month' ? 31 : step === 'week' ? 7 : 1), step);
}

export function plusDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}
