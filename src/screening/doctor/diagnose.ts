import { toCounted } from '../../domain/counted.ts';
import type { DisconnectionReason } from '../../domain/connection/connection-state.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  AskOwnAddress,
  CheckResult,
  Diagnose,
  FindDiskSpace,
  InspectDatabase,
  QueueFacts,
} from '../../ports/doctor.ts';
import type { JobKind } from '../../ports/jobs.ts';
import type { Mailer } from '../../ports/mail.ts';
import type { Property, Rows, Store } from '../../ports/store.ts';
import type { Watchlists } from '../../ports/watchlists.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkDisk } from './check-disk.ts';
import { checkLists } from './check-lists.ts';
import { checkMail } from './check-mail.ts';
import { checkOutside } from './check-outside.ts';
import { checkProperty, type CheckPmsParts, notInTime, toDisconnected, toKeyFailure } from './check-pms.ts';
import { checkQueue } from './check-queue.ts';
import { checkSettings } from './check-settings.ts';

export interface DiagnoseParts extends CheckPmsParts {
  readonly store: Pick<Store, 'read'>;
  readonly clock: Clock;
  readonly inspectDatabase: InspectDatabase;
  readonly findDiskSpace: FindDiskSpace;
  readonly databasePath: string;
  readonly listConfigurationProblems: () => readonly { readonly name: string; readonly message: string }[];
  readonly askOwnAddress: AskOwnAddress;
  readonly publicUrl: string;
  readonly mailer: Mailer | undefined;
  readonly watchlists: Pick<Watchlists, 'list'>;
  readonly listsFor: (propertyId: string) => readonly string[];
  readonly jobKinds: readonly JobKind[];
  /** How many properties the key of the environment opens; absent where there is none. Throws as the PMS does. */
  readonly countOpened?: (signal: AbortSignal) => Promise<number>;
}

/** Looks at everything that the service needs, one thing after the other: it must not disturb whoever works meanwhile. */
export function createDiagnose(parts: DiagnoseParts): Diagnose {
  return async ({ signal, isRunning }) => {
    const known = await parts.store.read(readFacts(parts));
    const { publicUrl, clock } = parts;
    const pms = await lookAtPms(parts, known, AbortSignal.any([signal, AbortSignal.timeout(pmsMs)]));
    return [
      ...checkSettings(parts.listConfigurationProblems()),
      ...(await checkDatabase(parts.inspectDatabase)),
      await checkDisk(parts.findDiskSpace, parts.databasePath),
      ...checkQueue(known.queue, clock.now()),
      ...pms,
      checkClock(parts.look.findClockOffsetMs()),
      await checkOutside(publicUrl, parts.askOwnAddress, { isRunning, signal }),
      ...checkLists(listUsed(parts, known.properties)),
      await checkMail(parts.mailer, signal),
    ];
  };
}

/** A hundred properties are four hundred requests: what does not fit in here is told of as not looked at. */
const pmsMs = 30_000;

async function lookAtPms(
  parts: DiagnoseParts,
  { properties, disconnected }: Known,
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const results = [...(await checkAccount(parts, properties, signal))];
  for (const property of properties) {
    const reason = disconnected.get(property.id);
    if (reason !== undefined) results.push({ propertyId: property.id, ...toDisconnected(reason) });
    else if (signal.aborted) results.push({ propertyId: property.id, ...notInTime });
    else results.push(...(await checkProperty(property, parts, signal)));
  }
  return results;
}

interface Known {
  readonly properties: readonly Property[];
  /** Why, by property. */
  readonly disconnected: ReadonlyMap<string, DisconnectionReason>;
  readonly queue: QueueFacts;
}

function readFacts({ jobKinds }: DiagnoseParts) {
  return async (rows: Rows): Promise<Known> => {
    const oldestDueAt = await rows.jobs.findNextDue(jobKinds);
    const counts = await rows.jobs.countByState();
    const properties = await rows.properties.list();
    const standings = await rows.connections.listProperties();
    const disconnected = new Map(
      standings.flatMap(({ propertyId, state, reason = 'ended_here' }) =>
        state === 'disconnected' ? [[propertyId, reason] as const] : [],
      ),
    );
    return { properties, disconnected, queue: { ...counts, ...(oldestDueAt !== undefined && { oldestDueAt }) } };
  };
}

/** The key of the environment, and whether it opened anything yet. */
async function checkAccount(
  { countOpened }: DiagnoseParts,
  properties: readonly Property[],
  signal: AbortSignal,
): Promise<readonly CheckResult[]> {
  const about = { check: 'pms_key', propertyId: null } as const;
  if (countOpened === undefined) {
    if (properties.length > 0) return [];
    const advice = 'Set CLOUDBEDS_API_KEY, or connect a property.';
    return [{ ...about, state: 'problem', says: 'there is no key, and no property is connected', advice }];
  }
  try {
    const opened = await countOpened(signal);
    if (opened > 0)
      return [
        { ...about, state: 'ok', says: `CLOUDBEDS_API_KEY opens ${toCounted(opened, 'property', 'properties')}` },
      ];
    const advice = 'Make a key for a property in the PMS.';
    return [{ ...about, state: 'problem', says: 'CLOUDBEDS_API_KEY opens no property', advice }];
  } catch (error) {
    return [{ propertyId: null, ...(signal.aborted ? notInTime : toKeyFailure(error)) }];
  }
}

function listUsed({ watchlists, listsFor, clock }: DiagnoseParts, properties: readonly Property[]) {
  const used = new Set(properties.flatMap(({ id }) => listsFor(id)));
  return watchlists.list(clock.now()).filter(({ listId }) => used.has(listId));
}
