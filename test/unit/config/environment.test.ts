import { describe, expect, test } from '@jest/globals';
import { readSettings, type Settings } from '../../../src/config/environment.ts';
import { settingTable } from '../../../src/config/setting-table.ts';

const secretKey = 'hYx3v1yPq7dJmZ0bW4kT9sLr2uCfE8aNgQpXo5VtB6I=';
const noFile = () => {
  throw new Error('no file is expected to be read');
};

function read(environment: Record<string, string>, readFile: (path: string) => string = noFile) {
  return readSettings({ SECRET_KEY: secretKey, ...environment }, { readFile, manifests: [] });
}

function getSettings(environment: Record<string, string> = {}): Settings {
  const reading = read(environment);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.settings;
}

function listNames(environment: Record<string, string>, readFile?: (path: string) => string): string[] {
  const reading = read(environment, readFile);
  return 'problems' in reading ? reading.problems.map(({ name }) => name) : [];
}

describe('the environment', () => {
  test('needs nothing but a secret key', () => {
    expect(getSettings()).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      databasePath: './data/guest-screening.db',
      role: 'all',
      secretKey: Buffer.from(secretKey, 'base64'),
      adminToken: undefined,
      cloudbeds: { apiUrl: 'https://api.cloudbeds.com/api/v1.3', apiKey: undefined, requestsPerSecond: 5 },
      syncIntervalMs: 300_000,
      log: { level: 'info', format: 'json' },
    });
  });

  test('builds the public URL on the port, and takes a given one without its last slash', () => {
    expect(getSettings({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
    expect(getSettings({ PUBLIC_URL: 'https://screening.example.com/' }).publicUrl).toBe(
      'https://screening.example.com',
    );
  });

  test('counts an empty variable as absent', () => {
    expect(getSettings({ PORT: '', CLOUDBEDS_API_KEY: '' })).toMatchObject({ port: 8080, cloudbeds: {} });
    expect(listNames({ SECRET_KEY: '' })).toEqual(['SECRET_KEY']);
  });

  test('reports every problem of environment and file at once, by name', () => {
    const wrong = {
      PORT: 'eighty',
      DATABASE_URL: 'postgres://user:password@db/screening',
      ROLE: 'worker',
      SECRET_KEY: 'secret',
      ADMIN_TOKEN: 'short',
      SYNC_INTERVAL_S: '0',
      CONFIG_FILE: 'screening.yaml',
      LOG_LEVEL: 'loud',
    };
    expect(listNames(wrong, () => '{ colour: blue, defaults: { writeBack: fax } }').sort()).toEqual([
      'ADMIN_TOKEN',
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'ROLE',
      'SECRET_KEY',
      'SYNC_INTERVAL_S',
      'colour',
      'defaults.writeBack',
    ]);
  });

  test('never quotes a value in a problem', () => {
    const canary = 'cänary value';
    const wrong = Object.fromEntries(Object.keys(settingTable).map((name) => [name, canary]));
    const reading = readSettings(wrong, { readFile: () => `defaults: { writeBack: ${canary} }`, manifests: [] });
    expect('problems' in reading && reading.problems.length).toBeGreaterThan(10);
    expect(JSON.stringify(reading)).not.toContain(canary);
  });

  test('says that a configuration file cannot be read, without its path', () => {
    const reading = read({ CONFIG_FILE: '/nowhere.yaml' }, () => {
      throw Object.assign(new Error('ENOENT: /nowhere.yaml'), { code: 'ENOENT' });
    });
    expect(reading).toEqual({ problems: [{ name: 'CONFIG_FILE', message: 'cannot be read (ENOENT)' }] });
  });

  test.each([
    ['postgres', { DATABASE_URL: 'postgres://db' }, 'not supported by this release'],
    ['a web process beside SQLite', { ROLE: 'web' }, 'with SQLite one process does all'],
    ['a URL with a password', { CLOUDBEDS_API_URL: 'https://me:pass@api.example.com' }, 'user or a password'],
    ['a token that cannot be sent', { ADMIN_TOKEN: 'with spaces in between it all' }, 'so that it can be sent'],
  ])('refuses %s and says why', (_, environment, reason) => {
    expect(JSON.stringify(read(environment))).toContain(reason);
  });
});

describe('the secret key', () => {
  test('is read from hex as from base64', () => {
    const hex = Buffer.from(secretKey, 'base64').toString('hex');
    expect(getSettings({ SECRET_KEY: hex }).secretKey).toEqual(getSettings().secretKey);
  });

  test.each([
    ['zeros', Buffer.alloc(32).toString('hex')],
    ['repetition', Buffer.alloc(32, 'abcd').toString('base64')],
    ['counting', Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString('hex')],
    ['typed text', Buffer.from('correct horse battery staple 123').toString('base64')],
    ['too few bytes', Buffer.from(secretKey, 'base64').subarray(1).toString('base64')],
    ['neither base64 nor hex', 'ä'.repeat(44)],
  ])('is refused when it is %s', (_, value) => {
    expect(listNames({ SECRET_KEY: value })).toEqual(['SECRET_KEY']);
  });
});
