import unitConfig from './jest.config.js';

/** Tests in a real Chromium; `npm run test:browser` builds the pages first. */
/** @type {import('jest').Config} */
export default {
  ...unitConfig,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  setupFilesAfterEnv: [],
  testTimeout: 120_000,
  maxWorkers: 2,
};
