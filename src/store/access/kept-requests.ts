import type { KeptAnswerToRequest, KeptRequestRepository } from '../../ports/access-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { KeyedDigest, Sealed } from '../tables.ts';

export function createKeptRequests(parts: RowParts): KeptRequestRepository {
  const { sealing, digests } = parts;
  const statements = createStatements(parts);
  const toDigest = (key: string) => digests.accessSecret(`request ${key}`);
  const toFingerprint = (text: string) => digests.accessSecret(`body ${text}`);
  const toPlace = (digest: KeyedDigest) => `kept-request/${Buffer.from(digest).toString('hex')}`;
  return {
    async find(key) {
      const digest = toDigest(key);
      const [row] = await statements.find({ digest });
      if (row === undefined) return undefined;
      const { fingerprint, startedAt, sealed } = row;
      return {
        key,
        fingerprint: Buffer.from(fingerprint).toString('hex'),
        startedAt,
        ...(sealed !== null && { answer: sealing.open(toPlace(digest), sealed) as KeptAnswerToRequest }),
      };
    },
    toFingerprint: (text) => Buffer.from(toFingerprint(text)).toString('hex'),
    async add({ key, fingerprint, startedAt }) {
      await statements.add({ digest: toDigest(key), fingerprint: Buffer.from(fingerprint, 'hex'), startedAt });
    },
    async saveAnswer(key, answer) {
      const digest = toDigest(key);
      await statements.saveAnswer({ digest, sealed: sealing.seal(toPlace(digest), answer) });
    },
    async remove(key) {
      await statements.remove({ digest: toDigest(key) });
    },
  };
}

function createStatements({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: { digest: KeyedDigest }) =>
      database
        .selectFrom('kept_request')
        .select(['fingerprint', 'started_at as startedAt', 'sealed_answer as sealed'])
        .where('key_digest', '=', given.digest),
    ),
    add: prepareChange(database, (given: { digest: KeyedDigest; fingerprint: KeyedDigest; startedAt: string }) =>
      database.insertInto('kept_request').values({
        key_digest: given.digest,
        fingerprint: given.fingerprint,
        started_at: given.startedAt,
        sealed_answer: null,
      }),
    ),
    saveAnswer: prepareChange(database, (given: { digest: KeyedDigest; sealed: Sealed }) =>
      database.updateTable('kept_request').set({ sealed_answer: given.sealed }).where('key_digest', '=', given.digest),
    ),
    remove: prepareChange(database, (given: { digest: KeyedDigest }) =>
      database.deleteFrom('kept_request').where('key_digest', '=', given.digest),
    ),
  };
}
