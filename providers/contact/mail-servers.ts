import { promises as dns } from 'node:dns';

/** `unknown`: the name system could not say. */
export type MailServers = 'found' | 'none' | 'unknown';

/** The questions that are asked of a name server; each throws as `node:dns` does. */
export interface NameServer {
  resolveMx(domain: string): Promise<readonly { readonly exchange: string }[]>;
  resolve4(domain: string): Promise<readonly string[]>;
  resolve6(domain: string): Promise<readonly string[]>;
  cancel(): void;
}

/** The name server of this machine: two tries of a second and a half fit into the deadline. */
export function openNameServer(): NameServer {
  return new dns.Resolver({ timeout: 1_500, tries: 2 });
}

/**
 * Whether anybody takes mail for a domain: a mail server of its own, or without one the domain itself (RFC 5321, 5.1). A
 * domain that names `.` as its mail server says that it takes none (RFC 7505). Throws the signal's reason when cancelled.
 */
export async function findMailServers(domain: string, server: NameServer, signal: AbortSignal): Promise<MailServers> {
  signal.throwIfAborted();
  const cancel = () => server.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const exchanges = await ask(() => server.resolveMx(domain), signal);
    if (exchanges === 'unknown') return 'unknown';
    if (exchanges === 'no such domain') return 'none';
    if (exchanges.length > 0) return exchanges.some(({ exchange }) => isHost(exchange)) ? 'found' : 'none';
    return await findAddresses(domain, server, signal);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function findAddresses(domain: string, server: NameServer, signal: AbortSignal): Promise<MailServers> {
  const answers = [await ask(() => server.resolve4(domain), signal), await ask(() => server.resolve6(domain), signal)];
  if (answers.some((answer) => typeof answer !== 'string' && answer.length > 0)) return 'found';
  return answers.includes('unknown') ? 'unknown' : 'none';
}

type Answer<Found> = readonly Found[] | 'no such domain' | 'unknown';

async function ask<Found>(question: () => Promise<readonly Found[]>, signal: AbortSignal): Promise<Answer<Found>> {
  try {
    const found = await question();
    signal.throwIfAborted();
    return found;
  } catch (error) {
    signal.throwIfAborted();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === dns.NOTFOUND) return 'no such domain';
    return code === dns.NODATA ? [] : 'unknown';
  }
}

function isHost(exchange: string): boolean {
  return exchange !== '' && exchange !== '.';
}
