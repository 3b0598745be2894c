import { useState } from 'preact/hooks';
import { toFailureText } from './api.ts';

export interface Action {
  readonly isRunning: boolean;
  /** What went wrong the last time, in words. */
  readonly failure: string | undefined;
  /** Answers whether it was done. What is running is not begun again. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** One thing that a person sets off: it is shown as under way until the service has answered, never before. */
export function useAction(): Action {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (isRunning) return false;
    setRunning(true);
    setFailure(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      setFailure(toFailureText(error));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, failure, run };
}
