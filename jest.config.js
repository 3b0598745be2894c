import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

// Processes that tests start find their modules compiled: half the processor's time of a start of the service.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'guest-screening-compiled');

/** @type {import('jest').Config} */
export default {
  // Jest leaves one core alone: of two, that is half.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // Modules of finished files stay in a worker's memory, and the garbage collector goes through them again and again.
  workerIdleMemoryLimit: '1GB',
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testSequencer: '<rootDir>/jest.order.config.js',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }] },
  setupFilesAfterEnv: ['<rootDir>/test/support/jest-setup.ts'],
};
