import { parseCookie, stringifySetCookie } from 'cookie';
import type { Instant } from '../../domain/subject.ts';

/** The cookie that holds a session's secret, out of reach of scripts and of other sites' requests. */
export interface SessionCookie {
  /** Undefined where none came. */
  read(header: string | undefined): string | undefined;
  /** A `Set-Cookie` header. */
  write(secret: string, expiresAt: Instant): string;
  clear(): string;
}

/** Over https the name binds it to this very host; plain http, as on one's own machine, knows no such names. */
export function createSessionCookie(name: string, isSecure: boolean): SessionCookie {
  const fullName = isSecure ? `__Host-${name}` : name;
  const facts = { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' } as const;
  return {
    read: (header) => {
      const value = header === undefined ? undefined : parseCookie(header)[fullName];
      return value === '' ? undefined : value;
    },
    write: (secret, expiresAt) => stringifySetCookie(fullName, secret, { ...facts, expires: new Date(expiresAt) }),
    clear: () => stringifySetCookie(fullName, '', { ...facts, expires: new Date(0) }),
  };
}
