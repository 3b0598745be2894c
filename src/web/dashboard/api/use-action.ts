import { useState } from 'preact/hooks';
import { toFailureText } from './api.ts';
import { type FieldProblems, listFieldProblems } from './field-problems.ts';

export interface Action {
  readonly isRunning: boolean;
  /** What went wrong the last time, in words. */
  readonly failure: string | undefined;
  /** What was wrong with single fields, in words, by JSON pointer into the body. */
  readonly problems: FieldProblems;
  /** Answers whether it was done. What is running is not begun again. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** One thing that a person sets off: it is shown as under way until the service has answered, never before. */
export function useAction(): Action {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [problems, setProblems] = useState<FieldProblems>({});
  const run = async (act: () => Promise<unknown>): Promise<boolean> => {
    if (isRunning) return false;
    setRunning(true);
    setFailure(undefined);
    setProblems({});
    try {
      await act();
      return true;
    } catch (error) {
      setFailure(toFailureText(error));
      setProblems(listFieldProblems(error));
      return false;
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, failure, problems, run };
}
