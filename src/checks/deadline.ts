/** The end of work that is done; made once, because making one costs more than a check's whole bookkeeping. */
const done = new DOMException('done', 'AbortError');

/**
 * Whatever comes first: the work, its deadline, or the caller's own abort. Work that ignores its signal is left behind: a
 * check that hangs must not hang the one who asked. `AbortSignal.any` would do the same, and leave a trace of each check on a
 * caller's signal that lives long.
 */
export async function withinDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  limits: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<Result> {
  limits.signal.throwIfAborted();
  const ending = new AbortController();
  const { signal } = ending;
  const passOn = (): void => ending.abort(limits.signal.reason);
  limits.signal.addEventListener('abort', passOn, { once: true });
  const timer = setTimeout(() => ending.abort(new DOMException('deadline', 'TimeoutError')), limits.deadlineMs);
  const aborted = rejectWhenAborted(signal);
  aborted.catch(() => undefined); // nobody may be racing against it any more
  try {
    return await Promise.race([work(signal), aborted]);
  } finally {
    clearTimeout(timer);
    limits.signal.removeEventListener('abort', passOn);
    ending.abort(done);
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
