import type { CheckAnswer } from '../domain/finding.ts';
import type { ProviderManifest } from '../ports/check-provider.ts';
import { ProviderHttpError, type ProviderHttpErrorCode } from '../ports/provider-http.ts';

/** Why a check could not be asked. As a reason code it is `check.` and this. */
export type UnavailableWhy =
  'deadline' | 'error' | 'nonsense' | 'circuit_open' | 'ceiling_reached' | ProviderHttpErrorCode;

const words: Readonly<Record<UnavailableWhy, string>> = {
  deadline: 'did not answer in time',
  timeout: 'did not answer in time',
  error: 'failed',
  nonsense: 'gave an answer that cannot be read',
  not_json: 'gave an answer that cannot be read',
  too_large: 'gave an answer that is too large',
  circuit_open: 'is not being asked, because it has not answered for a while',
  ceiling_reached: 'is not being asked, because the monthly ceiling is reached',
  host_undeclared: 'wanted to ask a host that it may not ask',
  address_private: 'leads into a private network',
  scheme_refused: 'wanted to ask without encryption',
  unreachable: 'cannot be reached',
  vendor_unavailable: 'says that it cannot answer now',
  vendor_unauthorized: 'does not accept our key',
  vendor_refused: 'refuses the question',
};

export function toUnavailable({ label }: Pick<ProviderManifest, 'label'>, why: UnavailableWhy): CheckAnswer {
  return { result: 'unavailable', reasons: [{ code: `check.${why}`, text: `${label} ${words[why]}` }] };
}

/** What an error of a provider means. Its message stays where it is: foreign code may quote the guest. */
export function toWhy(error: unknown): UnavailableWhy {
  if (error instanceof ProviderHttpError) return error.code === 'timeout' ? 'deadline' : error.code;
  return error instanceof DOMException && error.name === 'TimeoutError' ? 'deadline' : 'error';
}

const silences: readonly UnavailableWhy[] = ['deadline', 'unreachable', 'vendor_unavailable', 'not_json', 'too_large'];

/** Whether it says that the vendor is not there, as opposed to a mistake on our side. */
export function isSilence(why: UnavailableWhy): boolean {
  return silences.includes(why);
}
