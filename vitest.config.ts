import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // All cores: vitest would leave one free, which on two is half of them.
    maxWorkers: '100%',
  },
});
