import { accountRule, addressRule, toWaitMs, withoutTry, withTry } from '../../domain/access/throttle.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';

/** Whose tries are counted together. */
export interface TryKeys {
  readonly account: string;
  readonly address: string;
}

/** Counts a try before it is judged. Throws `sign_in_locked` where there were too many. */
export async function countTry(rows: Rows, { account, address }: TryKeys, now: Instant): Promise<void> {
  const counted = [
    { key: `account ${account.toLowerCase()}`, rule: accountRule },
    { key: `address ${address}`, rule: addressRule },
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
  await rows.throttles.remove(`account ${account.toLowerCase()}`);
  const ofAddress = await rows.throttles.find(`address ${address}`);
  if (ofAddress !== undefined) await rows.throttles.save(`address ${address}`, withoutTry(ofAddress));
}
