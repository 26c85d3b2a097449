import { afterAll, vi } from 'vitest';

/*
 * A set-up file of projects whose test files share a process: each leaves the environment, the clock and the methods as it found them.
 */
const environment = { ...process.env };
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});
