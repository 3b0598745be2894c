import { createLogger as createWinston, format, transports } from 'winston';
import type { Clock } from '../ports/clock.ts';
import type { LogFacts, Logger } from '../ports/logger.ts';
import { toSafeError, type SafeError } from './safe-error.ts';
import { toSafeFacts } from './safe-facts.ts';

export interface LoggerOptions {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  /** One JSON object per line, or one line for people; a stack follows it on lines of its own. */
  readonly format: 'json' | 'pretty';
  readonly clock: Clock;
  readonly destination: NodeJS.WritableStream;
}

interface LogLine {
  readonly at: string;
  readonly level: string;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly error?: SafeError;
}

type Level = LoggerOptions['level'];

/** The port's Logger on winston. Facts cannot take the place of `at`, `level`, `event` and `error`. */
export function createLogger(options: LoggerOptions): Logger {
  const render = options.format === 'json' ? toJsonText : toPrettyText;
  const winston = createWinston({
    level: options.level,
    format: format.printf((info) => render(info.line as LogLine)),
    // winston declares its own transports as interfaces, which the rule takes for imitations.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    transports: new transports.Stream({ stream: options.destination, eol: '\n' }),
  });
  const write = (
    level: Level,
    event: string,
    rest: { readonly facts: LogFacts | undefined; readonly cause?: unknown },
  ) => {
    if (!winston.isLevelEnabled(level)) return;
    const error = rest.cause === undefined ? undefined : toSafeError(rest.cause);
    const line: LogLine = {
      at: options.clock.now(),
      level,
      event,
      facts: toSafeFacts(rest.facts ?? {}),
      ...(error && { error }),
    };
    winston.log({ level, message: event, line });
  };
  return {
    debug: (event, facts) => write('debug', event, { facts }),
    info: (event, facts) => write('info', event, { facts }),
    warn: (event, facts) => write('warn', event, { facts }),
    error: (event, facts, cause) => write('error', event, { facts, cause }),
  };
}

function toJsonText({ at, level, event, facts, error }: LogLine): string {
  return JSON.stringify({ ...facts, at, level, event, error });
}

function toPrettyText({ at, level, event, facts, error }: LogLine): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${toPrettyValue(value)}`);
  const failure = error === undefined ? [] : toPrettyError(error);
  return [[at.slice(11, 23), level.toUpperCase().padEnd(5), event, ...told].join(' '), ...failure].join('\n');
}

function toPrettyError(error: SafeError): string[] {
  const facts = Object.entries(error.facts ?? {}).map(([name, value]) => `${name}=${toPrettyValue(value)}`);
  const head = ['  ', error.class, error.code ?? '', ...facts].filter((part) => part !== '').join(' ');
  const cause = error.cause === undefined ? [] : ['   caused by', ...toPrettyError(error.cause)];
  return [head, ...(error.frames ?? []).map((place) => `      at ${place}`), ...cause];
}

/** Quoted where a space or a line break could be taken for the next fact or the next line. */
function toPrettyValue(value: string | number | boolean): string {
  return typeof value === 'string' && !/^[\w.:/@+-]+$/.test(value) ? JSON.stringify(value) : String(value);
}
