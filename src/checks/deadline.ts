/**
 * Whatever comes first: the work, its deadline, or the caller's own abort. Work that ignores its signal is left behind: a
 * check that hangs must not hang the one who asked.
 */
export async function withinDeadline<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  limits: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<Result> {
  limits.signal.throwIfAborted();
  const ended = new AbortController();
  const signal = AbortSignal.any([limits.signal, ended.signal]);
  const timer = setTimeout(() => ended.abort(new DOMException('deadline', 'TimeoutError')), limits.deadlineMs);
  try {
    return await Promise.race([work(signal), rejectWhenAborted(signal)]);
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

function rejectWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
