import { describe, expect, test } from '@jest/globals';
import { listWallBreaches } from './import-walls.ts';
import { listCycles } from './imports.ts';
import { listSources } from './source-files.ts';

describe('the walls', () => {
  test('imports point one way', () => {
    expect(listWallBreaches(listSources())).toEqual([]);
  });

  test('no file imports itself over others', () => {
    expect(listCycles(listSources())).toEqual([]);
  });
});

describe('the check of the walls', () => {
  test.each([
    ['the domain knows no port', 'src/domain/a.ts', '../ports/clock.ts'],
    ['ports know no use case', 'src/ports/a.ts', '../screening/decide.ts'],
    ['screening knows no adapter', 'src/screening/a.ts', '../store/engine.ts'],
    ['adapters do not know each other', 'src/http/a.ts', '../store/engine.ts'],
    ['the store knows no openapi', 'src/store/a.ts', '../openapi/problem.ts'],
    ['an adapter does not know who composes it', 'src/jobs/a.ts', '../compose.ts'],
    ['an adapter does not know the providers', 'src/checks/a.ts', '../../providers/index.ts'],
    ['the sandbox knows nothing of the service', 'src/sandbox/a.ts', '../domain/calendar.ts'],
    ['a provider knows no adapter', 'providers/a/check.ts', '../../src/pms/cloudbeds/exchange.ts'],
    ['a provider knows no other', 'providers/a/check.ts', '../b/check.ts'],
    ['the domain knows no library', 'src/domain/a.ts', 'luxon'],
    ['screening reads no file', 'src/screening/a.ts', 'node:fs'],
    ['every folder of src has its place', 'src/elsewhere/a.ts', '../domain/calendar.ts'],
    ['sources know no tests', 'src/http/a.ts', '../../test/support/clock.ts'],
  ])('finds that %s', (_rule, path, target) => {
    expect(listWallBreaches([{ path, text: `import type { Some } from '${target}';` }])).toHaveLength(1);
  });

  test.each([
    ['src/screening/a.ts', 'node:crypto'],
    ['src/screening/a.ts', '../ports/clock.ts'],
    ['src/http/a.ts', 'express'],
    ['src/sandbox/world/a.ts', '../../openapi/problem.ts'],
    ['src/pms/cloudbeds/a.ts', '../../../openapi/cloudbeds.generated.ts'],
    ['src/compose.ts', '../providers/index.ts'],
    ['src/demo/main.ts', '../sandbox/start-sandbox.ts'],
    ['providers/index.ts', './house-list/check.ts'],
    ['providers/house-list/lists/a.ts', '../keys.ts'],
  ])('lets %s import %s', (path, target) => {
    expect(listWallBreaches([{ path, text: `export { some } from '${target}';` }])).toEqual([]);
  });

  test('sees dynamic imports and imports of types', () => {
    const text = "await import('../store/a.ts'); import type { B } from '../store/b.ts';";
    expect(listWallBreaches([{ path: 'src/http/a.ts', text }])).toHaveLength(2);
  });

  test('finds a circle over three files, and over types alone', () => {
    const files = [
      { path: 'src/a.ts', text: "import './b.ts';" },
      { path: 'src/b.ts', text: "import type { C } from './c.ts';" },
      { path: 'src/c.ts', text: "export * from './a.ts';" },
      { path: 'src/d.ts', text: "import './a.ts';" },
    ];
    expect(listCycles(files)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
  });
});
