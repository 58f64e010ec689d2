import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/**
 * Files that take longest begin first, so that all cores end together; on a fresh checkout vitest knows
 * files by their size alone, and those of thousands of random stacks are short ones.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /random|siliconOptions/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  // The examples of docs import the package by its name; here that is the sources.
  resolve: {
    alias: [
      { find: /^solarcell$/, replacement: source('index.ts') },
      { find: /^solarcell\/plot$/, replacement: source('report/plot/index.ts') },
      { find: /^solarcell\/(\w+)$/, replacement: source('$1/index.ts') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    sequence: { sequencer: LongestFirst },
    // All cores: vitest would leave one free, which on two is half of them.
    maxWorkers: '100%',
    // Test files of a worker share the modules they load: no file relies on a fresh one, and loading
    // them for each file took a third of the time.
    isolate: false,
  },
});
