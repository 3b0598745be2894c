import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listReaders, readerVersion } from '../lists/list-formats.ts';
import type { ListFile, ListFiles } from '../lists/list-reader.ts';
import type { ListSource } from '../lists/list-source.ts';
import { acceptEdition } from './accept-edition.ts';
import { downloadListFile } from './download-list-file.ts';
import type { EditionStore } from './edition-store.ts';
import type { HttpGet } from './http-get.ts';
import type { RefreshCode, RefreshFacts } from './refresh-error.ts';
import { toRefreshFailure } from './refresh-failure.ts';
import type { FileValidators } from './request-list-file.ts';
import type { EditionMetadata } from './stored-edition.ts';

export interface RefreshContext {
  readonly store: EditionStore;
  readonly httpGet: HttpGet;
  readonly now: () => Date;
  /** Ends the refresh when the service stops. */
  readonly signal?: AbortSignal;
  /** For all files of the list together. Default 10 minutes. */
  readonly timeoutMs?: number;
  /** Default 0.1; 1 accepts any size, for a person who has looked. */
  readonly maxShrinkShare?: number;
}

export type RefreshResult =
  | { readonly state: 'unchanged' | 'updated'; readonly listId: string; readonly metadata: EditionMetadata }
  | {
      readonly state: 'failed';
      readonly listId: string;
      readonly code: RefreshCode;
      readonly facts: RefreshFacts;
      /** The last good edition, which goes on serving. */
      readonly serving?: { readonly metadata: EditionMetadata; readonly ageMs: number };
    };

interface Run {
  readonly source: ListSource;
  readonly previous: EditionMetadata | undefined;
  readonly context: RefreshContext;
  readonly directory: string;
  readonly signal: AbortSignal;
}

interface DownloadedFiles {
  readonly sha256: string;
  readonly validators: Readonly<Record<string, FileValidators>>;
}

const defaultTimeoutMs = 10 * 60 * 1000;
const defaultMaxShrinkShare = 0.1;

/**
 * Looks whether a list has a new edition, and takes it if it is sound; of the one before, what is known is enough. Never rejects: whatever goes wrong is a
 * `failed` result, and the edition before it stays, in memory and on disk.
 */
export async function refreshList(
  source: ListSource,
  previous: EditionMetadata | undefined,
  context: RefreshContext,
): Promise<RefreshResult> {
  const deadline = AbortSignal.timeout(context.timeoutMs ?? defaultTimeoutMs);
  const signal = context.signal ? AbortSignal.any([context.signal, deadline]) : deadline;
  let directory: string | undefined;
  try {
    directory = await context.store.makeIncoming(context.now());
    return await refresh({ source, previous, context, directory, signal });
  } catch (error) {
    const failure = toRefreshFailure(error, { stopped: context.signal?.aborted ?? false, expired: deadline.aborted });
    return { state: 'failed', listId: source.listId, ...failure, ...toServing(previous, context.now()) };
  } finally {
    if (directory !== undefined) await rm(directory, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function refresh(run: Run): Promise<RefreshResult> {
  const { source, previous, context } = run;
  const { listId } = source;
  const current = previous?.readerVersion === readerVersion ? previous : undefined;
  const files = await downloadFiles(run, current?.validators ?? {});
  const checkedAt = context.now().toISOString();
  if (current && (!files || files.sha256 === current.sha256)) {
    const validators = files?.validators ?? current.validators;
    const metadata = { ...current, checkedAt, validators };
    await context.store.saveChecked(metadata);
    return { state: 'unchanged', listId, metadata };
  }
  const edition = await listReaders[source.format](openFiles(run), { listId, maxBytes: source.maxBytes });
  const metadata: EditionMetadata = {
    listId,
    fetchedAt: checkedAt,
    checkedAt,
    ...(edition.publishedOn !== undefined && { publishedOn: edition.publishedOn }),
    sha256: files?.sha256 ?? '',
    count: edition.persons.length,
    readerVersion,
    validators: files?.validators ?? {},
  };
  const rules = {
    minPersons: source.minPersons,
    maxShrinkShare: context.maxShrinkShare ?? defaultMaxShrinkShare,
  };
  await acceptEdition({ edition, metadata }, previous, { rules, store: context.store });
  return { state: 'updated', listId, metadata };
}

/** Undefined where none has changed. Where one has, all are taken, so that they are of one day. */
async function downloadFiles(
  run: Run,
  known: Readonly<Record<string, FileValidators>>,
): Promise<DownloadedFiles | undefined> {
  const validators: Record<string, FileValidators> = {};
  const digests: string[] = [];
  const unchanged: string[] = [];
  const take = async (role: string, validatorsOfRole?: FileValidators): Promise<void> => {
    const result = await downloadListFile(toDownload(run, role, validatorsOfRole), run.context.httpGet, run.signal);
    if (result.state === 'unchanged') unchanged.push(role);
    else {
      validators[role] = result.validators;
      digests.push(`${role} ${result.sha256}`);
    }
  };
  const roles = Object.keys(run.source.files).toSorted();
  for (const role of roles) await take(role, known[role]);
  if (unchanged.length === roles.length) return undefined;
  for (const role of unchanged.splice(0)) await take(role);
  return { sha256: createHash('sha256').update(digests.toSorted().join('\n')).digest('hex'), validators };
}

function toDownload({ source, directory }: Run, role: string, validators: FileValidators | undefined) {
  const url = source.files[role] ?? '';
  const hosts = [...Object.values(source.files).map((file) => new URL(file).hostname), ...source.redirectHosts];
  return { url, hosts, validators, path: join(directory, role), maxBytes: source.maxBytes };
}

function openFiles({ source, directory }: Run): ListFiles {
  const roles = Object.keys(source.files);
  return Object.fromEntries(roles.map((role) => [role, toListFile(join(directory, role))]));
}

/** Opened whenever it is read: a stream that nobody reads would outlive its file. */
function toListFile(path: string): ListFile {
  return { [Symbol.asyncIterator]: () => bytesOf(path) };
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
}

function toServing(previous: EditionMetadata | undefined, now: Date) {
  if (!previous) return {};
  const ageMs = Math.max(0, now.getTime() - Date.parse(previous.checkedAt));
  return { serving: { metadata: previous, ageMs } };
}
