import { fork } from 'node:child_process';

/** A process of its own that answers questions, one at a time; see answer-parent.ts for its side. */
export interface Child {
  readonly pid: number;
  /** Rejects with what went wrong there, and where the process ends before it answers. */
  ask(question: unknown): Promise<unknown>;
  end(): Promise<void>;
}

export type Reply = { readonly answer: unknown } | { readonly failure: string };

export function startChild(module: URL, execArgv: readonly string[] = []): Child {
  const child = fork(module, { execArgv: [...execArgv], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const gone = ended.then(() => Promise.reject<Reply>(new Error(`${module.pathname} ended before it answered`)));
  gone.catch(() => undefined); // only a question that waits for its answer minds
  return {
    pid: child.pid ?? 0,
    ask: async (question) => {
      const answered = new Promise<Reply>((resolve) => child.once('message', (reply) => resolve(reply as Reply)));
      child.send(question as object);
      const reply = await Promise.race([answered, gone]);
      if ('failure' in reply) throw new Error(reply.failure);
      return reply.answer;
    },
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
