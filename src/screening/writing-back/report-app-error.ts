import { housekeeping } from '../../domain/urgency.ts';
import type { AppError, AppErrorCause } from '../../ports/app-errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { ErrorReport, Pms, PmsCall } from '../../ports/pms.ts';
import type { Store } from '../../ports/store.ts';

export interface ReportAppErrorParts {
  readonly store: Store;
  readonly pms: Pick<Pms, 'reportError'>;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

/**
 * Tells the hotel, in the PMS, what does not work and what to do: once, while it is so. Where the answer is lost it is told
 * again: two lines are better than none.
 */
export function createReportAppError(parts: ReportAppErrorParts): JobHandler<'report-app-error'> {
  const { store, pms, clock, metrics } = parts;
  return async (key, { lease, signal }) => {
    const { propertyId, cause } = key;
    const { error, timeZone } = await store.read(async (rows) => ({
      error: await rows.appErrors.find(key),
      timeZone: (await rows.properties.get(propertyId)).timeZone,
    }));
    if (error === undefined || error.toldAt !== undefined) return;
    const call: PmsCall = { property: { propertyId, timeZone }, urgency: housekeeping, signal };
    const { errorId } = await pms.reportError(call, toReport(error));
    await store.transactionUnder(lease, (rows) => rows.appErrors.noteTold(key, { at: clock.now(), errorId }));
    metrics.count('app_errors', { cause });
  };
}

function toReport({ cause, about, openedAt, reservationId }: AppError): ErrorReport {
  const { toDescription, advice } = words[cause];
  return {
    at: openedAt,
    code: `${cause}/${about}`,
    description: toDescription(about),
    advice,
    ...(reservationId !== undefined && { reservationId }),
  };
}

interface Words {
  readonly toDescription: (about: string) => string;
  readonly advice: string;
}

/** In English: nobody knows which language the hotel's PMS speaks. */
const words: Readonly<Record<AppErrorCause, Words>> = {
  field_missing: {
    toDescription: (about) => `The guest field ${about} is archived or deleted; it is not filled in.`,
    advice: 'Restore the field, or delete it for good so that it can be created again.',
  },
  field_short: {
    toDescription: (about) => `The guest field ${about} is too short; only the beginning is filled in.`,
    advice: 'Allow the field as many characters as it had when it was created.',
  },
  field_contested: {
    toDescription: (about) =>
      `The guest field ${about} keeps being changed by somebody else; it is left alone for a day.`,
    advice: 'Look for another app or a rule that fills in the same field.',
  },
  write_refused: {
    toDescription: (about) => `The result of a guest's screening was refused (${about}).`,
    advice: 'The result stands on the screening dashboard. Tell support the code and the reservation.',
  },
  form_refused: {
    toDescription: (about) => `What a guest entered in the form was refused (${about}).`,
    advice: 'Enter it by hand from the screening dashboard, or correct it there and send it again.',
  },
};
