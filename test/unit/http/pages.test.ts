import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { findBuiltEntry } from '../../../src/http/pages/built-entry.ts';
import { createHttpFixture, type HttpFixture } from './http-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'guest-screening-pages-'));
const page = '<!doctype html><title>Guest screening</title>';
const script = 'console.log("who arrives tonight")';
let fixture: HttpFixture;

beforeAll(async () => {
  for (const name of ['dashboard', 'assets']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'dashboard/index.html'), page);
  writeFileSync(join(folder, 'assets/dashboard-abc.js'), script);
  writeFileSync(join(folder, 'assets/dashboard-abc.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/dashboard-abc.js.gz'), gzipSync(script));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ 'form/main.ts': { file: 'assets/form-abc.js', css: ['assets/form-abc.css'] } }),
  );
  fixture = await createHttpFixture({ pagesFolder: folder });
});

afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true });
});

describe('the dashboard', () => {
  test('stands at the root, is asked for anew each time, and runs no script but its own files', async () => {
    const answer = await request(fixture.app).get('/');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(page);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.headers['cache-control']).toBe('no-cache');
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  test('is not sent again to a browser that has it', async () => {
    const { headers } = await request(fixture.app).get('/');
    const again = await request(fixture.app)
      .get('/')
      .set('If-None-Match', headers.etag ?? '');
    expect(again.status).toBe(304);
  });

  test('says how to build it where nobody has', async () => {
    const bare = await createHttpFixture();
    const answer = await request(bare.app).get('/');
    await bare.close();
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('npm run build:pages');
  });

  test('is only read', async () => {
    const answer = await request(fixture.app).post('/').send({});
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD');
  });
});

describe('what a page consists of', () => {
  test.each([
    ['br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['identity', undefined],
  ])('comes compressed as the browser accepts: %s', async (accepted, coding) => {
    const answer = await request(fixture.app).get('/assets/dashboard-abc.js').set('Accept-Encoding', accepted);
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    if (coding !== 'br') expect(answer.text).toBe(script);
  });

  test.each(['/assets/gone.js', '/assets/..%2fmanifest.json', '/assets/%2e%2e/manifest.json', '/assets/'])(
    'is nothing else: %s',
    async (path) => {
      const answer = await request(fixture.app).get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/problem+json');
    },
  );

  test('is named by the manifest for pages that the server writes', () => {
    expect(findBuiltEntry(folder, 'form/main.ts')).toEqual({
      script: '/assets/form-abc.js',
      styles: ['/assets/form-abc.css'],
    });
    expect(findBuiltEntry(folder, 'gone.ts')).toBeUndefined();
    expect(findBuiltEntry(undefined, 'form/main.ts')).toBeUndefined();
  });
});
