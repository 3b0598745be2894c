import Sequencer from '@jest/test-sequencer';

/** Parts of their paths: whole services run in these, or axe looks at every page, and a small file may take long. */
const longOnes = ['/accessibility.test.ts', '/test/flow/', '/test/contract/'];

/**
 * On a clean clone Jest knows no file's time and takes its size for it. A worker that meets the longest file last works
 * alone to the end, so long ones go first; among them the order is Jest's own.
 */
export default class LongFilesFirst extends Sequencer {
  /** @type {Sequencer['sort']} */
  sort(tests) {
    const sorted = super.sort(tests);
    const listOf = (part) => sorted.filter(({ path }) => path.includes(part));
    return [...new Set([...longOnes.flatMap(listOf), ...sorted])];
  }
}
