import { hash } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { Answer, ApiRoute, OperationId, RawApiRequest } from '../route.ts';

/** Which reading tells the version of what an operation writes. Both have the same path, as far as it names the thing. */
const readingOf: Partial<Record<OperationId, OperationId>> = {
  decideScreening: 'getScreening',
  withdrawVerification: 'getScreening',
  rescreen: 'getScreening',
  dismissMatch: 'getScreening',
  withdrawDismissal: 'getScreening',
  removeHouseListEntry: 'getHouseListEntry',
  approveHouseListEntry: 'getHouseListEntry',
  rejectHouseListEntry: 'getHouseListEntry',
  endHouseListEntry: 'getHouseListEntry',
  changeUser: 'getUser',
  removeUser: 'getUser',
  changeMe: 'getMe',
};

const readings: ReadonlySet<string> = new Set(Object.values(readingOf));

/** What makes a version another one, where that is not everything: telling the PMS changes no screening, signing in no user. */
const counted: Partial<Record<OperationId, readonly string[]>> = {
  getScreening: ['id', 'updatedAt', 'status', 'outcome', 'decision'],
  getUser: ['id', 'email', 'name', 'state', 'grants', 'language', 'hasSecondFactor'],
};

export interface ResourceVersions {
  /** Carries out a request, unless it says by `If-Match` that it is about another version. Throws `version_conflict`. */
  guard(route: ApiRoute, request: VersionedRequest, run: () => Promise<Answer>): Promise<Answer>;
}

export interface VersionedRequest {
  readonly ifMatch: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly read: RawApiRequest;
}

/**
 * Readings get an `ETag`. Writes of one thing are carried out one after the other, so that of two that name the same version
 * only the first is.
 */
export function createResourceVersions(
  findRoute: (operationId: OperationId) => ApiRoute | undefined,
): ResourceVersions {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = async <Result>(key: string, run: () => Promise<Result>): Promise<Result> => {
    const before = turns.get(key) ?? Promise.resolve();
    const own = before.then(run, run);
    const settled = own.catch(() => undefined);
    turns.set(key, settled);
    try {
      return await own;
    } finally {
      if (turns.get(key) === settled) turns.delete(key);
    }
  };
  return {
    async guard(route, request, run) {
      const { operationId } = route;
      if (readings.has(operationId)) return withTag(operationId, await run());
      const reading = readingOf[operationId];
      if (reading === undefined) return run();
      const { id, userId, entryId } = request.params;
      return inTurn(JSON.stringify([reading, id, userId, entryId]), async () => {
        if (request.ifMatch !== undefined) await assertVersion(findRoute(reading), request);
        return run();
      });
    },
  };
}

async function assertVersion(route: ApiRoute | undefined, { ifMatch = '', read }: VersionedRequest): Promise<void> {
  const wanted = ifMatch.split(',').map(toOwnTag);
  if (wanted.includes('*') || route === undefined) return;
  const answer = await route.handle({ ...read, query: {}, body: undefined });
  if (!wanted.includes(toTag(route.operationId, answer.body))) throw new ServiceError('version_conflict');
}

/**
 * As we gave it. Proxies that compress answers make a tag weak (nginx) or put the encoding behind it (Apache, Caddy), and
 * hand back on the way in what the caller was shown.
 */
function toOwnTag(tag: string): string {
  return tag
    .trim()
    .replace(/^W\/(?=")/, '')
    .replace(/-(?:gzip|br|zstd|deflate)(?="$)/, '');
}

function withTag(operationId: OperationId, answer: Answer): Answer {
  if (answer.status !== 200) return answer;
  return { ...answer, headers: { ...answer.headers, ETag: toTag(operationId, answer.body) } };
}

function toTag(operationId: OperationId, body: unknown): string {
  const names = counted[operationId];
  const counting = names?.map((name) => (body as Readonly<Record<string, unknown>>)[name]) ?? body;
  return `"${hash('sha256', JSON.stringify([operationId, counting]), 'base64url').slice(0, 22)}"`;
}
