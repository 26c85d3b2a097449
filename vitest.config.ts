import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...more },
});

export default defineConfig({
  test: {
    // What the functions log is shown with the tests that fail.
    silent: 'passed-only',
    projects: [
      // Pure functions: files may share a process and its modules.
      project('law', { isolate: false }),
      project('unit', { isolate: false }),
      project('oracle', { isolate: false }),
      project('contract', {
        globalSetup: ['test/support/dynamodb-local.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('functions', {
        globalSetup: ['test/support/dynamodb-local.ts'],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('infra', { testTimeout: 60_000, hookTimeout: 120_000 }),
      project('journeys', { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});
