import { toCounted } from '../domain/counted.ts';
import type { CheckResult } from '../ports/doctor.ts';

const marks = { ok: 'ok', warning: 'WARNING', problem: 'PROBLEM' } as const;

/** For people: what is wrong first to the eye, with what to do below it; the last line counts. */
export function toReportText(results: readonly CheckResult[]): string {
  const rows = results.map((result) => ({ ...result, place: toPlace(result) }));
  const placeWidth = Math.max(...rows.map(({ place }) => place.length), 0);
  const lines = rows.flatMap(({ state, place, says, advice }) => {
    const head = `${marks[state].padEnd(7)}  ${place.padEnd(placeWidth)}  `;
    return [`${head}${says}`, ...(advice === undefined ? [] : [`${' '.repeat(head.length)}→ ${advice}`])];
  });
  const count = (state: CheckResult['state']) => results.filter((result) => result.state === state).length;
  const counts = [toCounted(count('warning'), 'warning'), toCounted(count('problem'), 'problem')];
  return [...lines, '', [`${count('ok')} ok`, ...counts].join(', '), ''].join('\n');
}

function toPlace({ check, propertyId }: CheckResult): string {
  return propertyId === null ? check : `${check} ${propertyId}`;
}
