// Jest's default of 5 s is too short for tests that start the whole service on a busy two-core machine. Longer than
// `eventually` waits, so that a test says what it waited for.
import { jest } from '@jest/globals';

jest.setTimeout(120_000);
