import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../../../client/client.ts';
import { session } from '../state/session.ts';

export interface Loaded<Data> {
  /** The newest that came; kept while newer is asked for, and when that fails. */
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface Kept<Data> {
  readonly key: string | undefined;
  readonly data: Data | undefined;
  readonly error: unknown;
}

/**
 * Loads when the key changes and on `reload`; an undefined key loads nothing. An answer that was overtaken by a newer
 * question is thrown away, and an ended session leads to the sign-in.
 */
export function useLoaded<Data>(key: string | undefined, load: (signal: AbortSignal) => Promise<Data>): Loaded<Data> {
  const [kept, setKept] = useState<Kept<Data>>({ key: undefined, data: undefined, error: undefined });
  const [round, setRound] = useState(0);
  const [isLoading, setLoading] = useState(key !== undefined);
  const loading = useRef(load);
  loading.current = load;
  useEffect(() => {
    if (key === undefined) return;
    const abort = new AbortController();
    setLoading(true);
    const settle = (change: (before: Kept<Data>) => Kept<Data>): void => {
      if (abort.signal.aborted) return;
      setKept(change);
      setLoading(false);
    };
    loading.current(abort.signal).then(
      (data) => settle(() => ({ key, data, error: undefined })),
      (error: unknown) => {
        if (error instanceof ProblemError && error.status === 401) session.value = { state: 'signed_out' };
        settle((before) => ({ key, data: before.key === key ? before.data : undefined, error }));
      },
    );
    return () => abort.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  const isCurrent = kept.key === key;
  return {
    data: isCurrent ? kept.data : undefined,
    error: isCurrent ? kept.error : undefined,
    isLoading: isLoading || (key !== undefined && !isCurrent),
    reload,
  };
}
