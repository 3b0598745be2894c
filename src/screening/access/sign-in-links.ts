import { randomUUID } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import type { SignInLink, User } from '../../ports/users.ts';

const dayMs = 86_400_000;
const lengthMs = { invitation: 7 * dayMs, password_reset: dayMs / 24 } as const;

/** How links are written and read, and how they reach people. */
export interface LinkParts {
  /** The last part of a link, made of its id and SECRET_KEY. */
  readonly toToken: (linkId: string) => string;
  /** `undefined` for one that was not made here. */
  readonly findLinkId: (token: string) => string | undefined;
  readonly toUrl: (token: string) => string;
  /** Makes a mail due that carries the link; absent where no mail is set up. */
  readonly mailLink?: (rows: Rows, link: SignInLink, at: Instant) => Promise<void>;
}

export interface MadeLink {
  /** Absent where it was mailed: then nobody but its reader needs it. */
  readonly url?: string;
  readonly isMailed: boolean;
  readonly expiresAt: Instant;
}

/** A new link in place of the user's earlier ones: an invitation to whoever never had a password, else a reset. */
export async function makeLink(
  rows: Rows,
  user: Pick<User, 'id' | 'state'>,
  { at, links }: { readonly at: Instant; readonly links: LinkParts },
): Promise<MadeLink> {
  const purpose = user.state === 'invited' ? 'invitation' : 'password_reset';
  const link = { id: randomUUID(), userId: user.id, purpose, expiresAt: plusMs(at, lengthMs[purpose]) } as const;
  await rows.signInLinks.add(link);
  const { expiresAt } = link;
  if (links.mailLink === undefined) {
    return { url: links.toUrl(links.toToken(link.id)), isMailed: false, expiresAt };
  }
  await links.mailLink(rows, link, at);
  return { isMailed: true, expiresAt };
}
