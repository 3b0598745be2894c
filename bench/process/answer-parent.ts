import type { Reply } from './start-child.ts';

/** The side of the process that start-child.ts started. It ends when the parent lets go of it, or is gone. */
export function answerParent(answer: (question: never) => Promise<unknown>, onEnd?: () => Promise<void>): void {
  process.on('message', (question) => {
    answer(question as never).then(
      (given) => reply({ answer: given }),
      (error: unknown) => reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.once('disconnect', () => {
    void Promise.resolve(onEnd?.()).finally(() => process.exit());
  });
}

function reply(message: Reply): void {
  process.send?.(message);
}
