// The whole service in a process of its own, and in it a storm: entries of guests' timelines, each in a transaction of its
// own, as so many screenings would write them. Only writing them is left out of what a storm would cost otherwise.
import { setTimeout as pause } from 'node:timers/promises';
import { listManifests } from '../../providers/index.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import { compose } from '../../src/compose.ts';
import { readSettings } from '../../src/config/environment.ts';
import type { Service } from '../../src/lifecycle.ts';
import { createLogger } from '../../src/logging/create-logger.ts';
import type { Store } from '../../src/ports/store.ts';
import { answerParent } from '../process/answer-parent.ts';

export type StormQuestion =
  | { readonly environment: Readonly<Record<string, string>> }
  | { readonly events: number; readonly perSecond: number; readonly propertyId: string };

/** When what was written was committed, by the `at` that its viewers are told; in ms since 1970, with fractions. */
export type Committed = readonly (readonly [at: string, committedMs: number])[];

let service: Service | undefined;
let store: Store | undefined;

async function answer(question: StormQuestion): Promise<Committed | undefined> {
  if (!('environment' in question)) return rage(question);
  const reading = readSettings(question.environment, { readFile: () => '', manifests: listManifests() });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  const logger = createLogger({ ...reading.settings.log, clock: systemClock, destination: process.stdout });
  const wrapStore = (opened: Store) => (store = opened);
  service = await compose(reading.settings, { clock: systemClock, logger, wrapStore });
  await service.start();
  return undefined;
}

/** What is late is made up for at once, as a storm would. */
async function rage({ events, perSecond, propertyId }: Extract<StormQuestion, { events: number }>): Promise<Committed> {
  const screenings = await listScreenings(propertyId);
  const startedMs = performance.now();
  const firstAtMs = Date.now();
  const committed: Promise<readonly [string, number]>[] = [];
  for (let sent = 0; sent < events; sent += 1) {
    const dueMs = (sent * 1_000) / perSecond - (performance.now() - startedMs);
    if (dueMs > 1) await pause(dueMs);
    // Each its own, so that a viewer's entry is known again.
    const at = new Date(firstAtMs + sent).toISOString();
    committed.push(write(screenings[sent % screenings.length] ?? '', at));
  }
  return Promise.all(committed);
}

async function write(screeningId: string, at: string): Promise<readonly [string, number]> {
  await store?.transaction((rows) =>
    rows.screenings.addToTimeline({ screeningId, at, event: 'note_added', actor: 'bench' }),
  );
  return [at, performance.timeOrigin + performance.now()];
}

async function listScreenings(propertyId: string): Promise<readonly string[]> {
  const items = await store?.read((rows) => rows.screenings.list({ propertyId, limit: 100 }));
  if (items === undefined || items.length === 0) throw new Error('Nobody is screened yet.');
  return items.map(({ screening }) => screening.id);
}

answerParent(answer, async () => service?.stop());
