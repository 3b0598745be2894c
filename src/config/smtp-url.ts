import { z } from 'zod';
import type { SmtpServer } from '../ports/mail.ts';

/** Passwords and guests' addresses would travel in the open: only within one machine, or where somebody said so. */
const localHosts = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** From `smtp://user:password@host:port`; its messages never quote the text. */
export function smtpUrl() {
  return z.string().transform((text, context): SmtpServer => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const problem = findProblem(url);
    if (url === undefined || problem !== undefined) {
      context.addIssue(problem ?? 'must be smtp://HOST:PORT or smtps://HOST:PORT');
      return { host: '', port: 0, isSecure: false, needsTls: true };
    }
    const isSecure = url.protocol === 'smtps:';
    const user = decodeURIComponent(url.username);
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
      isSecure,
      needsTls: url.searchParams.get('tls') !== 'optional' && !localHosts.test(url.hostname),
      ...(user !== '' && { user, password: decodeURIComponent(url.password) }),
    };
  });
}

function findProblem(url: URL | undefined): string | undefined {
  if ((url?.protocol !== 'smtp:' && url?.protocol !== 'smtps:') || url.hostname === '') {
    return 'must be smtp://HOST:PORT or smtps://HOST:PORT, with user:password@ before the host where the server wants it';
  }
  if (!/^\/?$/.test(url.pathname) || url.hash !== '') return 'must not hold a path or a fragment';
  const hasOtherOptions = [...url.searchParams].some(([name, value]) => name !== 'tls' || value !== 'optional');
  if (hasOtherOptions) return 'knows one option, ?tls=optional';
  if (!canDecode(url.username) || !canDecode(url.password)) return 'has a user or password with a broken %-escape';
  return undefined;
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
