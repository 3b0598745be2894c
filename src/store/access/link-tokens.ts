import { timingSafeEqual } from 'node:crypto';
import { createKeyedDigest, deriveKey } from '../keys.ts';

/** The secrets of sign-in links: made of a link's id and SECRET_KEY, so that none is stored and each can be made again. */
export interface LinkTokens {
  readonly toToken: (linkId: string) => string;
  /** `undefined` for one that was not made here. */
  readonly findLinkId: (token: string) => string | undefined;
}

export function createLinkTokens(secretKey: Buffer): LinkTokens {
  const digest = createKeyedDigest(deriveKey(secretKey, 'sign-in-link'));
  const toToken = (linkId: string) => `${linkId}.${digest(linkId).toString('base64url')}`;
  return {
    toToken,
    findLinkId(token) {
      const [linkId = ''] = token.split('.');
      const [given, right] = [Buffer.from(token), Buffer.from(toToken(linkId))];
      return given.length === right.length && timingSafeEqual(given, right) ? linkId : undefined;
    },
  };
}
