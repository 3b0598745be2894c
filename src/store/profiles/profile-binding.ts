import { randomUUID } from 'node:crypto';
import { type BindingCandidate, type BindingRule, chooseCard, isBindingRule } from '../../domain/profile/traits.ts';
import type { GuestKey, MemberReason, PersonTraits, ProfileRepository } from '../../ports/profiles.ts';
import { toJsonRows } from '../engine.ts';
import type { RowParts } from '../row-parts.ts';
import { type BindingStatements, createBindingStatements, type MemberRow } from './profile-binding-statements.ts';
import { createMemberKeys, type KeyedTrait, type MemberKeys, packDigests } from './profile-keys.ts';

interface Person {
  readonly scope: string;
  readonly at: string;
  readonly traits: readonly KeyedTrait[];
  readonly packed: Buffer;
  readonly birthDigest: Uint8Array | null;
}

/** A guest costs one look where nothing has changed, and five statements where it is new. */
export class ProfileBinding {
  private readonly statements: BindingStatements;
  private readonly keys: MemberKeys;

  constructor(parts: RowParts) {
    this.statements = createBindingStatements(parts);
    this.keys = createMemberKeys(parts);
  }

  readonly bind: ProfileRepository['bind'] = async (guest, traits) => {
    const person = this.toPerson(traits);
    const [member] = await this.statements.findMember(guest);
    if (member === undefined) await this.addGuest(guest, person);
    else if (member.scope !== person.scope) await this.moveScope(guest, { member, person });
    else if (!person.packed.equals(member.keyDigests)) await this.renew(member, person);
  };

  readonly follow: ProfileRepository['follow'] = async ({ propertyId, guestId }, into, at) => {
    const [from] = await this.statements.findMember({ propertyId, guestId });
    const [to] = await this.statements.findMember({ propertyId, guestId: into });
    if (from === undefined) return;
    if (to !== undefined) {
      const isElsewhere = from.profileNo !== to.profileNo && from.scope === to.scope;
      if (isElsewhere && (await this.isAlone(from))) await this.moveAlone(from, to.profileNo, 'merged');
      return;
    }
    const target = { scope: from.scope, at, traits: [], packed: Buffer.alloc(0), birthDigest: null };
    await this.addMember({ propertyId, guestId: into }, target, { profileNo: from.profileNo, because: 'merged' });
  };

  toPerson({ scope, traits, birthDate, at }: PersonTraits): Person {
    const keyed = this.keys.toKeyed(traits);
    const birthDigest = this.keys.toBirthDigest(birthDate);
    return { scope, at, traits: keyed, packed: packDigests(keyed), birthDigest };
  }

  async addCard(scope: string, at: string): Promise<number> {
    const [added] = await this.statements.addProfile({ id: randomUUID(), scope, at });
    if (added === undefined) throw new Error('A card was added, and is not there.');
    return added.no;
  }

  /** Answers the number of the member. */
  async addMember(
    { propertyId, guestId }: { readonly propertyId: string; readonly guestId: string | null },
    { scope, at, traits, packed, birthDigest }: Person,
    { profileNo, because }: { readonly profileNo: number; readonly because: MemberReason },
  ): Promise<number> {
    const row = { propertyId, guestId, profileNo, because, at, birthDigest, packed };
    const [added] = await this.statements.addMember(row);
    if (added === undefined) throw new Error('A guest was put on a card, and is not there.');
    await this.keys.replace({ scope, memberNo: added.no, before: new Uint8Array(), after: traits });
    return added.no;
  }

  private async addGuest(guest: GuestKey, person: Person): Promise<void> {
    const chosen = await this.choose(person);
    const profileNo = chosen?.profileNo ?? (await this.addCard(person.scope, person.at));
    await this.addMember(guest, person, { profileNo, because: chosen?.rule ?? 'first' });
  }

  private async renew(member: MemberRow, person: Person): Promise<void> {
    const { no: memberNo, scope, keyDigests: before } = member;
    const { packed, birthDigest, traits: after } = person;
    const { hasNewBinding } = await this.keys.replace({ scope, memberNo, before, after });
    await this.statements.renewMember({ memberNo, packed, birthDigest });
    if (!hasNewBinding || !(await this.isAlone(member))) return;
    const chosen = await this.choose(person, memberNo);
    if (chosen === undefined || chosen.profileNo === member.profileNo) return;
    await this.moveAlone(member, chosen.profileNo, chosen.rule);
  }

  private async moveAlone(member: MemberRow, profileNo: number, because: MemberReason): Promise<void> {
    await this.statements.moveMember({ memberNo: member.no, profileNo, because });
    await this.statements.removeProfile({ no: member.profileNo });
  }

  /** Nobody else is on the card, and no person has said anything about it. */
  private async isAlone({ profileNo }: MemberRow): Promise<boolean> {
    return (await this.statements.findLone({ profileNo })).length > 0;
  }

  /** The property shares its cards with others now than before: the guest goes where those are, and its card too if it can. */
  private async moveScope(guest: GuestKey, { member, person }: { member: MemberRow; person: Person }): Promise<void> {
    if (!(await this.isAlone(member)) && !(await this.staysBehind(member))) return this.moveCard(member, person.scope);
    await this.keys.replace({ scope: member.scope, memberNo: member.no, before: member.keyDigests, after: [] });
    const isAlone = await this.isAlone(member);
    await this.statements.removeMember({ memberNo: member.no });
    if (isAlone) await this.statements.removeProfile({ no: member.profileNo });
    await this.addGuest(guest, person);
  }

  private async moveCard({ profileNo, scope }: MemberRow, to: string): Promise<void> {
    for (const { no: memberNo, keyDigests: packed } of await this.statements.listMembers({ profileNo })) {
      await this.keys.move({ scope, memberNo, packed }, to);
      await this.statements.moveSearch({ memberNo, scope: to });
    }
    await this.statements.moveProfile({ no: profileNo, scope: to });
  }

  /** Somebody of another property is on the shown card, so that it cannot move as a whole. */
  private async staysBehind({ profileNo, propertyId }: MemberRow): Promise<boolean> {
    return (await this.statements.findForeign({ profileNo, propertyId })).length > 0;
  }

  private async choose(person: Person, self = 0): Promise<BindingCandidate | undefined> {
    const byDigest = new Map<string, BindingRule>();
    for (const { kind, digest } of person.traits) {
      if (isBindingRule(kind)) byDigest.set(toHex(digest), kind);
    }
    if (byDigest.size === 0) return undefined;
    const digests = toJsonRows([...byDigest.keys()].map((digest) => [digest]));
    const rows = await this.statements.findSharing({ scope: person.scope, digests });
    return chooseCard(
      rows.flatMap(({ digest, birthDigest, memberNo, profileNo }) => {
        const rule = byDigest.get(toHex(digest));
        if (rule === undefined || memberNo === self) return [];
        return [{ memberNo, profileNo, rule, birthDates: compare(person.birthDigest, birthDigest) }];
      }),
    );
  }
}

function compare(one: Uint8Array | null, other: Uint8Array | null): BindingCandidate['birthDates'] {
  if (one === null || other === null) return 'unknown';
  return toHex(one) === toHex(other) ? 'same' : 'different';
}

function toHex(digest: Uint8Array): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('hex');
}
