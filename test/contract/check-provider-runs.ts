import { toDeclaredFields } from '../../src/checks/declared-fields.ts';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { SubjectFields } from '../../src/domain/subject.ts';
import type { CheckContext, CheckProvider, DeclaredFields } from '../../src/ports/check-provider.ts';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';

/** What became of one check. */
export interface Run {
  /** As it came: it may be no answer at all. */
  readonly answer?: CheckAnswer;
  /** What it threw, if it threw. */
  readonly thrown?: unknown;
  readonly isLate: boolean;
  readonly fieldsRead: ReadonlySet<string>;
}

/** How long a check of the suite may take, without a network: two seconds, in turns, so that standing still is not counted. */
const patience = { turns: 40, turnMs: 50 };

/** Runs one check as the service would, watching what it reads; never throws and never hangs. */
export async function runCheck(
  provider: CheckProvider,
  guest: DeclaredFields,
  changes: Partial<CheckContext> = {},
): Promise<Run> {
  const fieldsRead = new Set<string>();
  const fields = toWatched(toDeclaredFields(guest as SubjectFields, provider.manifest.reads), fieldsRead);
  const ending = new AbortController();
  const context = toContext(provider, { signal: ending.signal, ...changes });
  const waiting = startWaiting();
  try {
    const answer = await Promise.race([provider.check(fields, context), waiting.late]);
    return answer === 'late' ? { isLate: true, fieldsRead } : { answer, isLate: false, fieldsRead };
  } catch (thrown) {
    return { thrown, isLate: false, fieldsRead };
  } finally {
    waiting.end();
    ending.abort();
  }
}

/** A process that got no processor for a while has one turn behind it, and what came in meanwhile before it. */
function startWaiting() {
  let timer: NodeJS.Timeout | undefined;
  const late = Promise.withResolvers<'late'>();
  const wait = (turnsLeft: number): void => {
    timer = setTimeout(() => (turnsLeft === 0 ? late.resolve('late') : wait(turnsLeft - 1)), patience.turnMs);
  };
  wait(patience.turns);
  return { late: late.promise, end: () => clearTimeout(timer) };
}

/** Notes every field that is asked for, there or not, and refuses to be changed. */
function toWatched(fields: DeclaredFields, fieldsRead: Set<string>): DeclaredFields {
  return new Proxy(Object.freeze(fields), {
    get: (target, name) => {
      if (typeof name === 'string') fieldsRead.add(name);
      return Reflect.get(target, name) as unknown;
    },
    has: (target, name) => {
      if (typeof name === 'string') fieldsRead.add(name);
      return Reflect.has(target, name);
    },
  });
}

function toContext({ manifest }: CheckProvider, changes: Partial<CheckContext>): CheckContext {
  const settings = Object.entries(manifest.settings).map(([name, setting]) => [name, setting.default]);
  return Object.freeze({
    propertyId: 'P1',
    settings: Object.freeze(Object.fromEntries(settings) as CheckContext['settings']),
    phoneCountry: 'DE',
    now: '2026-11-23T09:00:00.000Z',
    signal: new AbortController().signal,
    http: { request: () => Promise.reject(new ProviderHttpError('unreachable')) },
    questionId: 'Q1',
    callbackUrl: undefined,
    houseList: { find: () => Promise.resolve([]) },
    ...changes,
  });
}
