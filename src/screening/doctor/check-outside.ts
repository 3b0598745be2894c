import type { AskOwnAddress, CheckResult } from '../../ports/doctor.ts';

const about = { check: 'outside', propertyId: null } as const;
const onlyHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/i;

/**
 * Whether the address that the PMS is told leads here. Asked from this machine it proves name, certificate and proxy; not
 * that a firewall lets the PMS in. That only a bell that rang proves.
 */
export async function checkOutside(
  publicUrl: string,
  ask: AskOwnAddress,
  { isRunning, signal }: { readonly isRunning: boolean; readonly signal: AbortSignal },
): Promise<CheckResult> {
  const { hostname, protocol } = new URL(publicUrl);
  if (onlyHere.test(hostname)) {
    const advice =
      'Set PUBLIC_URL to the https address by which the internet reaches this service; a tunnel will do for a trial.';
    return {
      ...about,
      state: 'warning',
      says: 'PUBLIC_URL is this machine: the PMS cannot ring, and guests’ links lead nowhere',
      advice,
    };
  }
  if (!isRunning) {
    return {
      ...about,
      state: 'warning',
      says: 'not asked: the service does not run',
      advice: 'Run this again when it does.',
    };
  }
  const answer = await ask(`${publicUrl}/healthz`, signal);
  if ('failure' in answer) {
    return {
      ...about,
      state: 'problem',
      says: `PUBLIC_URL cannot be asked from here (${answer.failure})`,
      advice: advices[answer.failure],
    };
  }
  if (!answer.isOurs) {
    const says = `PUBLIC_URL answers with ${answer.status}, and not as this service does`;
    return { ...about, state: 'problem', says, advice: 'See that the proxy hands every path on to this service.' };
  }
  if (protocol === 'http:') {
    const advice = 'Use https: whoever reads a webhook’s address on the way can ring it.';
    return { ...about, state: 'warning', says: 'PUBLIC_URL leads here, without encryption', advice };
  }
  return {
    ...about,
    state: 'ok',
    says: 'PUBLIC_URL leads here: name, certificate and proxy are right (asked from this machine)',
  };
}

const advices = {
  name_unknown: 'The name does not resolve: see PUBLIC_URL and the DNS entry.',
  refused: 'Nothing listens there: see the proxy, and its port.',
  timeout:
    'Nothing answers in time: see the firewall. A router that does not let this machine ask itself looks the same.',
  certificate: 'The certificate is not trusted, or of another name: the PMS will not ring either.',
  unreachable: 'See proxy, firewall and PUBLIC_URL.',
} as const;
