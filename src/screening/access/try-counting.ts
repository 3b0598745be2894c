import { accountRule, addressRule, toWaitMs, withoutTry, withTry } from '../../domain/access/throttle.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';

/** Whose tries are counted together. */
export interface TryKeys {
  readonly account: string;
  readonly address: string;
}

/** Counts a try before it is judged. Throws `sign_in_locked` where there were too many. */
export async function countTry(rows: Rows, { account, address }: TryKeys, now: Instant): Promise<void> {
  const counted = [
    { key: toAccountKey(account), rule: accountRule },
    { key: toAddressKey(address), rule: addressRule },
  ];
  const found = await Promise.all(counted.map(({ key }) => rows.throttles.find(key)));
  const waitMs = Math.max(...found.map((throttle) => toWaitMs(throttle, now)));
  if (waitMs > 0) throw new ServiceError('sign_in_locked', { retryAfterS: Math.ceil(waitMs / 1_000) });
  for (const [index, { key, rule }] of counted.entries()) {
    await rows.throttles.save(key, withTry(found[index], now, rule));
  }
}

/** The try was right: the account starts anew, and the address has one try less against it. */
export async function forgiveTry(rows: Rows, { account, address }: TryKeys): Promise<void> {
  await rows.throttles.remove(toAccountKey(account));
  const ofAddress = await rows.throttles.find(toAddressKey(address));
  if (ofAddress !== undefined) await rows.throttles.save(toAddressKey(address), withoutTry(ofAddress));
}

/** Until when nobody may try to sign in as this user, with a password or with a code; undefined where somebody may. */
export async function findLockEnd(rows: Rows, user: User, now: Instant): Promise<Instant | undefined> {
  const found = await Promise.all(toAccounts(user).map((account) => rows.throttles.find(toAccountKey(account))));
  const ends = found.map((throttle) => throttle?.lockedUntil).filter((end) => end !== undefined && end > now);
  return ends.sort().at(-1);
}

/** Forgets the tries at a user's account; those of an address still count. */
export async function unlockAccount(rows: Rows, user: User): Promise<void> {
  for (const account of toAccounts(user)) await rows.throttles.remove(toAccountKey(account));
}

/** By what the tries of the second step of a sign-in are counted. */
export function toSecondFactorAccount(userId: string): string {
  return `second factor of ${userId}`;
}

function toAccounts({ id, email }: User): readonly string[] {
  return [email, toSecondFactorAccount(id)];
}

function toAccountKey(account: string): string {
  return `account ${account.toLowerCase()}`;
}

function toAddressKey(address: string): string {
  return `address ${address}`;
}
