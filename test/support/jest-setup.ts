// Jest's default of 5 s is too short for tests that start the whole service on a busy two-core machine.
import { jest } from '@jest/globals';

jest.setTimeout(30_000);
