import type { User } from './users.ts';

export type UserStep = 'grants' | 'link' | 'unlock' | 'signOut' | 'removeFactor' | 'disable' | 'enable' | 'remove';

/** What can be done about somebody as they are. Nobody changes their own roles or standing. */
export function listUserSteps(user: User, isOneself: boolean): readonly UserStep[] {
  const { state, signsInBy, lockedUntil, hasSecondFactor } = user;
  const possible: readonly (readonly [UserStep, boolean])[] = [
    ['grants', !isOneself && signsInBy === 'password'],
    ['link', signsInBy === 'password' && state !== 'disabled'],
    ['unlock', lockedUntil !== null],
    ['signOut', state === 'active'],
    ['removeFactor', !isOneself && hasSecondFactor],
    ['disable', !isOneself && state !== 'disabled'],
    ['enable', !isOneself && state === 'disabled'],
    ['remove', !isOneself],
  ];
  return possible.filter(([, isPossible]) => isPossible).map(([step]) => step);
}
