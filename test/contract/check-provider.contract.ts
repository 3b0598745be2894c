import { existsSync, readFileSync } from 'node:fs';
import { toCheckAnswer } from '../../src/checks/answer-shape.ts';
import { subjectFieldNames } from '../../src/domain/subject.ts';
import type { CheckContext, CheckProvider, DeclaredFields, SettingDefinition } from '../../src/ports/check-provider.ts';
import { ProviderHttpError } from '../../src/ports/provider-http.ts';
import { type Run, runCheck } from './check-provider-runs.ts';
import { canary, listGuestsWithout, listOddGuests, sharesEverything, traces } from './check-provider-samples.ts';

/** One promise that every provider keeps. `find` tells each breach of it in words; none means that it is kept. */
export interface ProviderRule {
  readonly name: string;
  readonly find: (provider: CheckProvider) => Promise<readonly string[]> | readonly string[];
}

const listed: Partial<CheckContext> = { houseList: { find: () => Promise.resolve([sharesEverything]) } };

function listGuests({ manifest }: CheckProvider): DeclaredFields[] {
  return [canary, {}, ...listGuestsWithout(manifest.reads), ...listOddGuests()];
}

/** Guests who are known well, hardly, not at all and oddly, on the house list and not. */
function runAll(provider: CheckProvider): Promise<Run[]> {
  const guests = listGuests(provider);
  return Promise.all([
    ...guests.map((guest) => runCheck(provider, guest)),
    ...guests.map((guest) => runCheck(provider, guest, listed)),
    runCheck(provider, canary, { phoneCountry: undefined }),
    runCheck(provider, canary, { houseList: { find: () => Promise.reject(new Error('the store is away')) } }),
  ]);
}

export const providerRules: readonly ProviderRule[] = [
  { name: 'answers whatever it is asked', find: findMissingAnswers },
  { name: 'reads no field that it does not declare', find: findUndeclaredReads },
  { name: 'declares no field that it never reads', find: findIdleDeclarations },
  { name: 'answers the same question the same way', find: findMoods },
  { name: 'keeps the guest out of codes, notes and errors', find: findTraces },
  { name: 'says strength, missing fields and codes as agreed', find: findLooseAnswers },
  { name: 'ends when it is cancelled, and asks nobody any more', find: findDeafness },
  { name: 'has a manifest that can be enforced', find: findManifestProblems },
  { name: 'has settings whose defaults are allowed', find: findSettingProblems },
  { name: 'has a README that says what it tells, costs and sends', find: findReadmeProblems },
];

async function findMissingAnswers(provider: CheckProvider): Promise<string[]> {
  const guests = listGuests(provider);
  const found = await Promise.all(
    guests.map(async (guest) => {
      const run = await runCheck(provider, guest);
      const isAway = run.thrown instanceof ProviderHttpError && provider.manifest.hosts.length > 0;
      return isAway || toCheckAnswer(run.answer) !== undefined ? [] : [`${toShape(guest)}: ${toEnding(run)}`];
    }),
  );
  return found.flat();
}

async function findUndeclaredReads(provider: CheckProvider): Promise<string[]> {
  const declared: readonly string[] = provider.manifest.reads;
  return (await listFieldsRead(provider)).filter((name) => !declared.includes(name));
}

async function findIdleDeclarations(provider: CheckProvider): Promise<string[]> {
  const read = await listFieldsRead(provider);
  return provider.manifest.reads.filter((name) => !read.includes(name));
}

async function listFieldsRead(provider: CheckProvider): Promise<string[]> {
  return [...new Set((await runAll(provider)).flatMap(({ fieldsRead }) => [...fieldsRead]))];
}

async function findMoods(provider: CheckProvider): Promise<string[]> {
  const once = async () => JSON.stringify((await runAll(provider)).map(({ answer }) => answer));
  const first = await once();
  return first === (await once()) ? [] : ['a second time it answered otherwise'];
}

async function findTraces(provider: CheckProvider): Promise<string[]> {
  const quoting: Partial<CheckContext> = { signal: AbortSignal.abort(new Error('stopping')) };
  const runs = [...(await runAll(provider)), await runCheck(provider, canary, quoting)];
  const told = runs.flatMap(({ answer, thrown }) => {
    const given = toCheckAnswer(answer);
    const error = thrown instanceof Error ? `${thrown.name} ${thrown.message} ${String(thrown.cause)}` : String(thrown);
    return [...(given?.reasons ?? []).map(({ code }) => code), given?.note ?? '', given?.reference ?? '', error];
  });
  return [...new Set(told)].filter((text) => {
    const plain = text.toLowerCase();
    const digits = plain.replace(/[^\d]/g, '');
    return traces.some((trace) => plain.includes(trace) || (/^\d+$/.test(trace) && digits.includes(trace)));
  });
}

async function findLooseAnswers(provider: CheckProvider): Promise<string[]> {
  const answers = (await runAll(provider))
    .map(({ answer }) => toCheckAnswer(answer))
    .filter((given) => given !== undefined);
  const found = answers.flatMap(({ result, strength, missing, reference, note = '', reasons }) => [
    ...((result === 'match') === (strength !== undefined) ? [] : [`${result} with strength ${strength ?? 'unsaid'}`]),
    ...(missing === undefined || result === 'incomplete' ? [] : [`${result} with missing fields`]),
    ...(reference === undefined || result === 'pending' ? [] : [`${result} with a reference`]),
    ...(result === 'match' && reasons.length === 0 ? ['a match without a reason'] : []),
    ...(note.length > 120 || /\d{13}/.test(note) ? ['a note that is too long, or holds a long number'] : []),
    ...reasons.filter(({ code }) => !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+$/.test(code)).map(({ code }) => `code “${code}”`),
  ]);
  return [...new Set(found)];
}

/** A check that answers all the same has done no harm; one that hangs, or goes on asking, has. */
async function findDeafness(provider: CheckProvider): Promise<string[]> {
  let requests = 0;
  const stopping = new AbortController();
  const http: CheckContext['http'] = {
    request: () => {
      if (stopping.signal.aborted) requests += 1;
      stopping.abort(new Error('stopping'));
      return Promise.reject(new ProviderHttpError('vendor_unavailable', 503));
    },
  };
  const interrupted = await runCheck(provider, canary, { signal: stopping.signal, http });
  stopping.abort(new Error('stopping'));
  const runs = [interrupted, await runCheck(provider, canary, { signal: stopping.signal, http })];
  return [
    ...(runs.some(({ isLate }) => isLate) ? ['it goes on after it was cancelled'] : []),
    ...(requests > 0 ? ['it asks a vendor after it was cancelled'] : []),
  ];
}

function findManifestProblems({ manifest, check, readCallback, poll }: CheckProvider): string[] {
  const { id, version, label, description, reads, hosts, deadlineMs, concurrency, kind, settings } = manifest;
  const isHost = (host: string) => /^(?:\{\w+\}|[a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.test(host);
  const rules: readonly (readonly [boolean, string])[] = [
    [/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id), 'the id is not kebab-case'],
    [version !== '' && label.trim() !== '' && description.trim() !== '', 'version, label or description is empty'],
    [label.length <= 30 && !/[\n:·]/.test(label), 'the label does not fit into a summary'],
    [reads.every((name) => subjectFieldNames.includes(name)), 'it reads a field that there is not'],
    [new Set(reads).size === reads.length, 'it declares a field twice'],
    [hosts.every(isHost), 'a host is no host name'],
    [hosts.every((host) => !host.startsWith('{') || host.slice(1, -1) in settings), 'a host names no setting'],
    [Number.isInteger(deadlineMs) && deadlineMs > 0 && deadlineMs <= 60_000, 'the deadline is not within a minute'],
    [Number.isInteger(concurrency) && concurrency > 0 && concurrency <= 1_000, 'the concurrency is not within 1,000'],
    [check.length <= 2, 'the check wants more than fields and context'],
    [kind === 'later' || (readCallback ?? poll) === undefined, 'an instant provider has nothing to say later'],
    [kind === 'instant' || (readCallback ?? poll) !== undefined, 'a later answer has no way to come'],
  ];
  return rules.filter(([isKept]) => !isKept).map(([, problem]) => problem);
}

function findSettingProblems({ manifest }: CheckProvider): string[] {
  return Object.entries<SettingDefinition>(manifest.settings).flatMap(([name, setting]) => {
    const { type, default: value, minimum = -Infinity, maximum = Infinity, isSecret, description } = setting;
    const isNumber = typeof value === 'number';
    return [
      ...(typeof value === type ? [] : [`${name} has a default of another type`]),
      ...(isNumber && !(value >= minimum && value <= maximum) ? [`${name} has a default out of bounds`] : []),
      ...(isSecret === true && value !== '' ? [`${name} is a secret with a default`] : []),
      ...(description.trim() === '' ? [`${name} has no description`] : []),
    ];
  });
}

function findReadmeProblems({ manifest }: CheckProvider): string[] {
  const readme = new URL(`../../providers/${manifest.id}/README.md`, import.meta.url);
  if (!existsSync(readme)) return [`there is no providers/${manifest.id}/README.md`];
  const text = readFileSync(readme, 'utf8');
  return ['tells', 'costs', 'sends']
    .filter((word) => !new RegExp(`^\\| *${word} *\\|[^|]*\\w`, 'm').test(text))
    .map((word) => `it does not say what the provider ${word}`);
}

function toShape(guest: DeclaredFields): string {
  const names = Object.keys(guest);
  return names.length === 0
    ? 'of nobody'
    : `of a guest with ${names.length} fields, named ${JSON.stringify(guest.lastName?.slice(0, 20))}`;
}

function toEnding({ thrown, isLate }: Run): string {
  if (isLate) return 'no answer in time';
  return thrown === undefined
    ? 'nonsense'
    : `it threw a ${thrown instanceof Error ? thrown.constructor.name : typeof thrown}`;
}
