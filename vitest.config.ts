import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Tests are pure, so files may share a process: starting one for each costs more than they do.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    reporters: [['default', { summary: false }], './test/support/count-reporter.ts'],
  },
});
