import type { AskOwnAddress } from '../ports/doctor.ts';

const deadlineMs = 10_000;

/** By the name and the way that everybody else takes, redirects not followed. */
export const askOwnAddress: AskOwnAddress = async (url, signal) => {
  try {
    const ending = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    const answer = await fetch(url, { redirect: 'manual', signal: ending });
    const text = (await answer.text()).slice(0, 1_000);
    return { status: answer.status, isOurs: answer.status === 200 && text.replace(/\s/g, '') === '{"status":"ok"}' };
  } catch (error) {
    signal.throwIfAborted();
    return { failure: toFailure(error) };
  }
};

function toFailure(error: unknown): 'name_unknown' | 'refused' | 'timeout' | 'certificate' | 'unreachable' {
  if (readText(error, 'name') === 'TimeoutError') return 'timeout';
  const code = readText((error as { readonly cause?: unknown }).cause, 'code');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'name_unknown';
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ETIMEDOUT' || code === 'UND_ERR_CONNECT_TIMEOUT') return 'timeout';
  return /CERT|TLS|SSL|SELF_SIGNED|LEAF_SIGNATURE/.test(code) ? 'certificate' : 'unreachable';
}

/** Of whatever was thrown. */
function readText(thrown: unknown, name: 'name' | 'code'): string {
  const value: unknown = typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, name) : undefined;
  return typeof value === 'string' ? value : '';
}
