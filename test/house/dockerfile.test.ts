import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { listImageProblems } from './dockerfile.ts';
import { repositoryRoot } from './source-files.ts';

const dockerfile = readFileSync(join(repositoryRoot, 'Dockerfile'), 'utf8');

test('the image is what its page promises', () => {
  expect(listImageProblems(dockerfile)).toEqual([]);
});

test.each([
  ['USER node', 'USER root', 'it runs as root'],
  ['USER node', '', 'it runs as root'],
  ['FROM node:24-slim AS build', 'FROM node:latest AS build', 'a stage is not built on node:24-slim'],
  ['/healthz', '/', 'its health is not asked for'],
  ['HOST=0.0.0.0', 'HOST=127.0.0.1', 'nobody outside reaches it'],
  ['RUN mkdir data', 'RUN apt-get install gcc && mkdir data', 'what runs has tools of the build in it'],
  ['ARG VERSION=0.1.0', 'ARG SECRET_KEY=abc', 'a secret is in it'],
  ['CMD ["node", "dist/src/main.js"]', 'CMD npm start', 'it does not start the built service'],
])('with %j as %j the check finds it', (part, instead, problem) => {
  expect(dockerfile).toContain(part);
  expect(listImageProblems(dockerfile.replace(part, instead))).toEqual([problem]);
});

test('the build context is a list of what is let in', () => {
  const lines = readFileSync(join(repositoryRoot, '.dockerignore'), 'utf8').split('\n');
  expect(lines.find((line) => line !== '' && !line.startsWith('#'))).toBe('*');
  expect(lines.filter((line) => /^!.*(?:data|\.env|\.git|node_modules|test)/.test(line))).toEqual([]);
});
