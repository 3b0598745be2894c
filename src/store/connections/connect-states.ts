import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createKeyedDigest, deriveKey } from '../keys.ts';

export interface ConnectStates {
  /** New and unguessable, signed for this session. */
  readonly make: (sessionId: string) => string;
  readonly isOf: (state: string, sessionId: string) => boolean;
}

/** The `state` that goes to the authorize page of the PMS and comes back: one that was not made here is never looked up. */
export function createConnectStates(secretKey: Buffer): ConnectStates {
  const digest = createKeyedDigest(deriveKey(secretKey, 'connect-state'));
  const sign = (nonce: string, sessionId: string) =>
    `${nonce}.${digest(JSON.stringify([nonce, sessionId])).toString('base64url')}`;
  return {
    make: (sessionId) => sign(randomBytes(24).toString('base64url'), sessionId),
    isOf(state, sessionId) {
      const [nonce = ''] = state.split('.');
      const [given, right] = [Buffer.from(state), Buffer.from(sign(nonce, sessionId))];
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
