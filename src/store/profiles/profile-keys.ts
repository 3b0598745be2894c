import { isBindingRule, type Trait } from '../../domain/profile/traits.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange } from '../prepared.ts';
import { type RowParts, searchDigestBytes } from '../row-parts.ts';

export interface KeyedTrait {
  readonly kind: Trait['kind'];
  readonly digest: Uint8Array;
}

export interface MemberKeys {
  toKeyed(traits: readonly Trait[]): readonly KeyedTrait[];
  toBirthDigest(birthDate: string | undefined): Uint8Array | null;
  /** To another scope, as they are. */
  move(
    from: { readonly scope: string; readonly memberNo: number; readonly packed: Uint8Array },
    to: string,
  ): Promise<void>;
  /** Writes the difference; answers whether a binding trait is new. */
  replace(change: KeyChange): Promise<{ readonly hasNewBinding: boolean }>;
}

export interface KeyChange {
  readonly scope: string;
  readonly memberNo: number;
  readonly before: Uint8Array;
  readonly after: readonly KeyedTrait[];
}

export function createMemberKeys({ database, engine, digests }: RowParts): MemberKeys {
  const add = prepareChange(database, (given: { rows: string }) =>
    database
      .insertInto('profile_key')
      .columns(['scope', 'digest', 'member_no'])
      .expression(engine.selectJsonRows(given.rows, ['text', 'bytes', 'integer']))
      .onConflict((conflict) => conflict.doNothing()),
  );
  const remove = prepareChange(database, (given: { scope: string; memberNo: number; gone: string }) =>
    database
      .deleteFrom('profile_key')
      .where('scope', '=', given.scope)
      .where('digest', 'in', selectJsonValues(engine, given.gone, 'bytes'))
      .where('member_no', '=', given.memberNo),
  );
  return {
    toKeyed: (traits) => traits.map(({ kind, value }) => ({ kind, digest: digests.profileTrait(value) })),
    toBirthDigest: (birthDate) => (birthDate === undefined ? null : digests.profileTrait(`birth:${birthDate}`)),
    async move({ scope, memberNo, packed }, to) {
      const digests = [...new Set(toHexDigests(packed))];
      if (digests.length === 0) return;
      await remove({ scope, memberNo, gone: toJsonRows(digests.map((digest) => [digest])) });
      await add({ rows: toJsonRows(digests.map((digest) => [to, digest, memberNo])) });
    },
    async replace({ scope, memberNo, before, after }) {
      const known = new Set(toHexDigests(before));
      const wanted = new Map(after.map((trait) => [Buffer.from(trait.digest).toString('hex'), trait]));
      const gone = [...known].filter((digest) => !wanted.has(digest));
      const added = [...wanted].filter(([digest]) => !known.has(digest));
      if (gone.length > 0) await remove({ scope, memberNo, gone: toJsonRows(gone.map((digest) => [digest])) });
      if (added.length > 0) await add({ rows: toJsonRows(added.map(([digest]) => [scope, digest, memberNo])) });
      return { hasNewBinding: added.some(([, { kind }]) => isBindingRule(kind)) };
    },
  };
}

export function packDigests(traits: readonly KeyedTrait[]): Buffer {
  return Buffer.concat(traits.map(({ digest }) => digest));
}

function toHexDigests(packed: Uint8Array): string[] {
  const hex = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString('hex');
  const width = searchDigestBytes * 2;
  return Array.from({ length: hex.length / width }, (_, index) => hex.slice(index * width, (index + 1) * width));
}
