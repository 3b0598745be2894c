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
      'Set PUBLIC_URL to the https address at which the internet reaches this service; for a trial, a tunnel will do.';
    return {
      ...about,
      state: 'warning',
      says: 'PUBLIC_URL points at this machine: no events arrive from the PMS, and guests’ links lead nowhere',
      advice,
    };
  }
  if (!isRunning) {
    return {
      ...about,
      state: 'warning',
      says: 'not checked: the service is not running',
      advice: 'Start it and run this again.',
    };
  }
  const answer = await ask(`${publicUrl}/healthz`, signal);
  if ('failure' in answer) {
    return {
      ...about,
      state: 'problem',
      says: `PUBLIC_URL cannot be reached from here (${answer.failure})`,
      advice: advices[answer.failure],
    };
  }
  if (!answer.isOurs) {
    const says = `PUBLIC_URL answers ${answer.status}, but it is not this service that answers`;
    return { ...about, state: 'problem', says, advice: 'Check that the proxy forwards every path to this service.' };
  }
  if (protocol === 'http:') {
    const advice = 'Use https: whoever reads a webhook’s address on its way can send false events to it.';
    return { ...about, state: 'warning', says: 'PUBLIC_URL leads here, without encryption', advice };
  }
  return {
    ...about,
    state: 'ok',
    says: 'PUBLIC_URL leads here: name, certificate and proxy are right (checked from this machine)',
  };
}

const advices = {
  name_unknown: 'The name does not resolve: check PUBLIC_URL and the DNS entry.',
  refused: 'Nothing listens there: check the proxy and its port.',
  timeout:
    'No answer in time: check the firewall. It looks the same if a router does not let this machine reach its own public address.',
  certificate: 'The certificate is not trusted, or is for another name: the PMS will not deliver events either.',
  unreachable: 'Check proxy, firewall and PUBLIC_URL.',
} as const;
