import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import { createLogger, type LoggerOptions } from '../../../src/logging/create-logger.ts';
import type { LogFacts, Logger } from '../../../src/ports/logger.ts';

const canary = 'Ada Canary';

function capture(options: Partial<LoggerOptions>, use: (logger: Logger) => void): string[] {
  const written: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      written.push(chunk.toString());
      done();
    },
  });
  const clock = { now: () => '2026-11-23T09:15:00.000Z' };
  use(createLogger({ level: 'info', format: 'json', clock, destination, ...options }));
  return written;
}

function captureJson(use: (logger: Logger) => void): Record<string, unknown> {
  return JSON.parse(capture({}, use).join('')) as Record<string, unknown>;
}

describe('a log line', () => {
  test('is one JSON object with the time, the level, the event and its facts', () => {
    expect(captureJson((logger) => logger.info('sync.finished', { propertyId: '1', subjects: 3 }))).toEqual({
      at: '2026-11-23T09:15:00.000Z',
      level: 'info',
      event: 'sync.finished',
      propertyId: '1',
      subjects: 3,
    });
  });

  test('below the level is not written', () => {
    expect(capture({ level: 'warn' }, (logger) => logger.info('sync.finished'))).toEqual([]);
  });

  test('keeps its own names when a fact has the same', () => {
    const line = captureJson((logger) => logger.info('real', { event: 'forged', level: 'error', at: 'never' }));
    expect(line).toMatchObject({ event: 'real', level: 'info', at: '2026-11-23T09:15:00.000Z' });
  });

  test('holds primitives only, and no long text', () => {
    const facts = { payload: { name: canary }, names: [canary], text: 'x'.repeat(1_000) } as unknown as LogFacts;
    const line = captureJson((logger) => logger.info('slipped', facts));
    expect(JSON.stringify(line)).not.toContain(canary);
    expect(String(line.text)).toHaveLength(200);
  });

  test('for people stays on one line whatever a fact holds', () => {
    const [line] = capture({ format: 'pretty' }, (logger) => logger.warn('odd', { text: 'a\nFORGED line', count: 1 }));
    expect(line).toBe('09:15:00.000 WARN  odd text="a\\nFORGED line" count=1\n');
  });
});

describe('an error in the log', () => {
  test('of our own comes with its code and facts', () => {
    const failure = new ServiceError('pms_refused', { operation: 'putGuest' }, new TypeError(canary));
    const line = captureJson((logger) => logger.error('job.failed', {}, failure));
    expect(line.error).toMatchObject({
      class: 'ServiceError',
      code: 'pms_refused',
      facts: { operation: 'putGuest' },
      cause: { class: 'TypeError' },
    });
    expect(JSON.stringify(line)).not.toContain(canary);
  });

  test('of foreign code comes without its message, but with where it happened', () => {
    const failure = Object.assign(new Error(`cannot insert ${canary}\n    at ${canary} (/data:1:1)`), {
      code: 'SQLITE_FULL',
      detail: canary,
    });
    const line = captureJson((logger) => logger.error('job.failed', {}, failure));
    expect(line.error).toMatchObject({ class: 'Error', code: 'SQLITE_FULL' });
    expect(JSON.stringify(line.error)).toContain('create-logger.test.ts');
    expect(JSON.stringify(line)).not.toContain(canary);
  });

  test('whose message was changed after the throw still does not show the first one', () => {
    const failure = new Error(`${canary} is banned`);
    failure.message = 'changed';
    expect(JSON.stringify(captureJson((logger) => logger.error('failed', {}, failure)))).not.toContain(canary);
  });

  test.each([
    ['a string', canary],
    ['null', null],
    ['an object', { name: canary }],
  ])('that is %s is only its type', (_, thrown) => {
    const line = captureJson((logger) => logger.error('failed', {}, thrown));
    expect(JSON.stringify(line)).not.toContain(canary);
    expect(line.error).toHaveProperty('class');
  });

  test('whose causes form a circle ends', () => {
    const failure = new Error('a');
    failure.cause = failure;
    expect(captureJson((logger) => logger.error('failed', {}, failure))).toHaveProperty('error.cause.cause');
  });
});
