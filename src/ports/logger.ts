/** Ids, counts, statuses and codes only. */
export type LogFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line per thing that happened. `event` is a stable name like `sync.finished`, not a sentence. */
export interface Logger {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** `cause` is reduced to its class, our code and its stack frames: its message may quote a guest. */
  error(event: string, facts?: LogFacts, cause?: unknown): void;
}
