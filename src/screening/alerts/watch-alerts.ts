import { type SeenCause, toAlertSteps } from '../../domain/alerts/alert-steps.ts';
import type { AlertKind } from '../../domain/alerts/alert-kinds.ts';
import { toListCauses } from '../../domain/alerts/list-causes.ts';
import { judgeArrival } from '../../domain/alerts/match-before-arrival.ts';
import { plusMs, toLocalDate } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { JobHandler } from '../../ports/jobs.ts';
import type { Property, Rows, Store } from '../../ports/store.ts';
import type { Watchlists } from '../../ports/watchlists.ts';
import type { ProviderWatch } from './provider-watch.ts';
import { tellOfStay, toMatchCause, toMatchFacts } from './tell-of-match.ts';

export interface WatchAlertsParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly providers: Pick<ProviderWatch, 'list'>;
  /** Those that a property has switched on. */
  readonly listProviders: (propertyId: string) => readonly { readonly id: string }[];
  readonly watchlists: Pick<Watchlists, 'list'>;
  /** Lists that a property is compared with. */
  readonly listsFor: (propertyId: string) => readonly string[];
  /** What is wrong with the configuration file as it is now, by the name of each setting. */
  readonly listConfigurationProblems: () => readonly { readonly name: string }[];
}

const roundMs = 60_000;
/** Of one property, outcome and round; those beyond are told of when the first are decided. */
const mostArrivals = 200;

/** Looks once a minute for what somebody should be told of, and for what is over. What others raise is left to them. */
export function createWatchAlerts(parts: WatchAlertsParts): JobHandler<'watch-alerts'> {
  const { store, clock } = parts;
  const startedAt = clock.now();
  return async (_payload, { lease }) => {
    const at = clock.now();
    const properties = await store.read((rows) => rows.properties.list());
    const arrivals: SeenCause[] = [];
    // One read for each: whoever rings meanwhile has their turn in between.
    for (const property of properties) arrivals.push(...(await store.read((rows) => listMatches(rows, property, at))));
    await store.transactionUnder(lease, async (rows) => {
      await take(rows, 'jobs_buried', { at, seen: await listBurials(rows) });
      await take(rows, 'list_too_old', { at, seen: listOldLists(parts, properties, { at, startedAt }) });
      await take(rows, 'configuration_refused', { at, seen: listRefusedFile(parts.listConfigurationProblems()) });
      await takeProviders(rows, parts, at);
      for (const { propertyId, about, facts } of arrivals) {
        await rows.alerts.raise({ kind: 'match_before_arrival', propertyId, about, facts, at });
      }
      await settleMatches(rows, arrivals, at);
      await rows.jobs.enqueue({ kind: 'watch-alerts', payload: {}, urgency: housekeeping, runAt: plusMs(at, roundMs) });
    });
  };
}

interface Seen {
  readonly at: Instant;
  readonly seen: readonly SeenCause[];
  readonly isUnknown?: (cause: Omit<SeenCause, 'facts'>) => boolean;
}

async function take(rows: Rows, kind: AlertKind, { at, seen, isUnknown }: Seen): Promise<void> {
  const steps = toAlertSteps(await rows.alerts.listOpen(kind), seen, isUnknown);
  for (const { propertyId, about, facts } of steps.raise) {
    await rows.alerts.raise({ kind, propertyId, about, facts, at });
  }
  for (const { propertyId, about } of steps.settle) await rows.alerts.settle({ kind, propertyId, about, at });
}

/** One alert for each kind of job: what failed together was mostly one thing. */
async function listBurials(rows: Rows): Promise<readonly SeenCause[]> {
  const burials = await rows.jobs.countBuriedByKind();
  return burials.map(({ kind, jobs, newestAt }) => ({ propertyId: null, about: kind, facts: { jobs, newestAt } }));
}

function listRefusedFile(problems: readonly { readonly name: string }[]): readonly SeenCause[] {
  const [first] = problems;
  if (first === undefined) return [];
  return [{ propertyId: null, about: '', facts: { problems: problems.length, first: first.name } }];
}

function listOldLists(
  { watchlists, listsFor }: WatchAlertsParts,
  properties: readonly Property[],
  { at, startedAt }: { readonly at: Instant; readonly startedAt: Instant },
): readonly SeenCause[] {
  const used = new Set(properties.flatMap(({ id }) => listsFor(id)));
  const lists = watchlists.list(at).filter(({ listId }) => used.has(listId));
  return toListCauses(lists, Date.parse(at) - Date.parse(startedAt));
}

/** Only an answer says that a provider is back; one that is switched off needs no telling. */
async function takeProviders(rows: Rows, parts: WatchAlertsParts, at: Instant): Promise<void> {
  const verdicts = parts.providers.list();
  const isOn = (propertyId: string | null, id: string) =>
    propertyId !== null && parts.listProviders(propertyId).some((provider) => provider.id === id);
  const seen = verdicts
    .filter(({ state, propertyId, providerId }) => state === 'down' && isOn(propertyId, providerId))
    .map(({ propertyId, providerId, asked, unavailable }) => {
      return { propertyId, about: providerId, facts: { asked, unavailable } };
    });
  const isUnknown = ({ propertyId, about }: Omit<SeenCause, 'facts'>): boolean => {
    const verdict = verdicts.find((known) => known.propertyId === propertyId && known.providerId === about);
    return isOn(propertyId, about) && verdict?.state !== 'up';
  };
  await take(rows, 'provider_down', { at, seen, isUnknown });
}

/** Those of a property who arrive within a day, match, and wait for a decision. */
async function listMatches(
  rows: Rows,
  { id: propertyId, timeZone }: Property,
  at: Instant,
): Promise<readonly SeenCause[]> {
  const days = { arrivalFrom: toLocalDate(at, timeZone), arrivalTo: toLocalDate(plusMs(at, 86_400_000), timeZone) };
  const found: SeenCause[] = [];
  for (const outcome of ['flagged', 'review'] as const) {
    const items = await rows.screenings.list({ propertyId, outcome, ...days, limit: mostArrivals });
    const matches = items.filter(({ screening, subject: { fields } }) => {
      const { arrivesOn, departsOn } = fields;
      return judgeArrival({ screening, isActive: true, arrivesOn, departsOn }, at, timeZone) === 'raise';
    });
    found.push(
      ...matches.map(({ screening, subject }) => {
        return { ...toMatchCause(screening), facts: toMatchFacts(screening.id, subject) };
      }),
    );
  }
  return found;
}

/** Stays change in ways that pass no conclusion: they are cancelled, moved, forgotten, and they end. */
async function settleMatches(rows: Rows, seen: readonly SeenCause[], at: Instant): Promise<void> {
  for (const { propertyId, about } of await rows.alerts.listOpen('match_before_arrival')) {
    const isSeen = seen.some((cause) => cause.propertyId === propertyId && cause.about === about);
    const [reservationId = '', guestId = ''] = about.split('/');
    if (!isSeen && propertyId !== null) await tellOfStay(rows, { propertyId, reservationId, guestId }, at);
  }
}
